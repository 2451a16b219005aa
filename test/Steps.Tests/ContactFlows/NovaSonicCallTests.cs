using System.Text.Json.Nodes;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Tests.ContactFlows;

/// <summary>contactflows/nova-sonic-call.json is a flow that Connect takes, and leads every caller somewhere.</summary>
public sealed class NovaSonicCallTests
{
    private static readonly string s_text = Repository.Read("contactflows/nova-sonic-call.json");
    private static readonly JsonObject s_flow = JsonNode.Parse(s_text)!.AsObject();

    private static readonly Dictionary<string, JsonObject> s_actions = s_flow["Actions"]!
        .AsArray()
        .Select(action => action!.AsObject())
        .ToDictionary(action => (string)action["Identifier"]!);

    private static string? Next(string id) => (string?)s_actions[id]["Transitions"]!["NextAction"];

    private static string Parameter(string id, string name) => (string)s_actions[id]["Parameters"]![name]!;

    private static string ErrorOf(string id) =>
        (string)s_actions[id]["Transitions"]!["Errors"]!.AsArray().ShouldHaveSingleItem()!["NextAction"]!;

    private static IEnumerable<string> Targets(JsonObject action)
    {
        var transitions = action["Transitions"]!;
        return (transitions["Errors"]?.AsArray() ?? [])
            .Concat(transitions["Conditions"]?.AsArray() ?? [])
            .Append(transitions)
            .Select(branch => (string?)branch!["NextAction"])
            .OfType<string>();
    }

    private static HashSet<string> ReachedFrom(string start)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                Targets(s_actions[id]).ToList().ForEach(open.Push);
            }
        }

        return reached;
    }

    [Fact]
    public void It_keeps_the_limits_of_the_language()
    {
        ((string?)s_flow["Version"]).ShouldBe("2019-10-30");
        s_text.Length.ShouldBeLessThan(FlowRules.LongestContent);
        s_actions.Count.ShouldBeLessThan(FlowRules.MostActions);
        s_actions.Keys.ShouldAllBe(id =>
            id.Length <= FlowRules.LongestIdentifier && !id.Any(FlowRules.ForbiddenInIdentifiers.Contains)
        );
        s_actions
            .Values.Select(action => (string?)action["Parameters"]!["Text"])
            .ShouldAllBe(text => text == null || text.Length < FlowRules.LongestText);
    }

    [Fact]
    public void Every_action_has_the_parameters_and_branches_of_its_type() =>
        s_actions.Values.SelectMany(FlowRules.Faults).ShouldBeEmpty();

    [Fact]
    public void Every_branch_leads_to_an_action_and_every_action_is_reached()
    {
        s_actions.Values.SelectMany(Targets).ShouldAllBe(target => s_actions.ContainsKey(target));
        ReachedFrom((string)s_flow["StartAction"]!).ShouldBe(s_actions.Keys, ignoreOrder: true);
    }

    [Fact]
    public void From_everywhere_the_caller_can_still_be_let_go() =>
        s_actions.Keys.ShouldAllBe(id => ReachedFrom(id).Contains("hang-up"));

    [Fact]
    public void The_editor_knows_where_each_action_stands_and_what_its_resources_are_called()
    {
        var places = s_flow["Metadata"]!["ActionMetadata"]!.AsObject();
        places.Select(place => place.Key).ShouldBe(s_actions.Keys, ignoreOrder: true);

        foreach (var (id, action) in s_actions.Where(action => (string?)action.Value["Type"] == "InvokeLambdaFunction"))
        {
            var name = (string)places[id]!["parameters"]!["LambdaFunctionARN"]!["displayName"]!;
            ((string)action["Parameters"]!["LambdaFunctionARN"]!).ShouldEndWith($":function:{name}");
        }

        ((string?)places["choose-the-queue"]!["parameters"]!["QueueId"]!["displayName"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Only_the_callers_voice_is_streamed_and_before_the_call_is_started()
    {
        s_actions["start-media-streaming"]["Parameters"]!["Participants"]!
            .ToJsonString()
            .ShouldBe("""[{"ParticipantType":"Customer","MediaDirections":["From"]}]""");
        ((string?)s_flow["StartAction"]).ShouldBe("start-media-streaming");
        Next("start-media-streaming").ShouldBe("start-call");
    }

    [Fact]
    public void The_caller_is_greeted_while_the_bridge_comes_up()
    {
        var branch = s_actions["has-the-call-started"]["Transitions"]!["Conditions"]!.AsArray().ShouldHaveSingleItem()!;

        Parameter("has-the-call-started", "ComparisonValue").ShouldBe("$.External.status");
        branch["Condition"]!["Operands"]!.ToJsonString().ShouldBe("""["started"]""");
        ((string?)branch["NextAction"]).ShouldBe("greet");
        Next("greet").ShouldBe("ask-what-is-next");
    }

    [Fact]
    public void Each_step_that_next_prompt_can_answer_has_its_branch()
    {
        Parameter("what-is-next", "ComparisonValue").ShouldBe("$.External.action");
        var branches = s_actions["what-is-next"]["Transitions"]!["Conditions"]!
            .AsArray()
            .ToDictionary(
                branch => (string)branch!["Condition"]!["Operands"]![0]!,
                branch => (string)branch!["NextAction"]!
            );

        branches.ShouldBe(
            new Dictionary<string, string>
            {
                ["play"] = "play",
                ["say"] = "say",
                ["wait"] = "ask-what-is-next",
                ["transfer"] = "keep-the-summary",
                ["end"] = "hang-up",
            },
            ignoreOrder: true
        );
        branches.Count.ShouldBe(Enum.GetValues<FlowStep>().Length);
    }

    [Fact]
    public void A_prompt_is_played_from_the_address_that_next_prompt_answers()
    {
        s_actions["play"]["Parameters"]!["Media"]!
            .ToJsonString()
            .ShouldBe("""{"Uri":"$.External.prompt","SourceType":"S3","MediaType":"Audio"}""");
        Next("play").ShouldBe("ask-what-is-next");
    }

    [Fact]
    public void A_text_that_next_prompt_answers_is_said_and_costs_no_conversation_when_it_cannot_be()
    {
        Parameter("say", "Text").ShouldBe("$.External.text");
        Next("say").ShouldBe("ask-what-is-next");
        ErrorOf("say").ShouldBe("ask-what-is-next");
    }

    [Fact]
    public void What_the_agent_says_of_the_call_is_kept_for_the_person_who_takes_over()
    {
        s_actions["keep-the-summary"]["Parameters"]!
            .ToJsonString()
            .ShouldBe("""{"Attributes":{"agentSummary":"$.External.summary"},"TargetContact":"Current"}""");
        Next("keep-the-summary").ShouldBe("announce-the-transfer");
        ErrorOf("keep-the-summary").ShouldBe("announce-the-transfer");
    }

    [Fact]
    public void A_queue_that_the_agent_names_is_chosen_and_else_the_flows_own()
    {
        Parameter("is-a-queue-named", "ComparisonValue").ShouldBe("$.External.queue");
        var branch = s_actions["is-a-queue-named"]["Transitions"]!["Conditions"]!.AsArray().ShouldHaveSingleItem()!;
        branch["Condition"]!.ToJsonString().ShouldBe("""{"Operator":"TextStartsWith","Operands":["arn:"]}""");
        ((string?)branch["NextAction"]).ShouldBe("choose-the-named-queue");
        Parameter("choose-the-named-queue", "QueueId").ShouldBe("$.External.queue");
        Next("choose-the-named-queue").ShouldBe("transfer-to-the-queue");

        Next("is-a-queue-named").ShouldBe("choose-the-queue");
        ErrorOf("is-a-queue-named").ShouldBe("choose-the-queue");
        ErrorOf("choose-the-named-queue").ShouldBe("choose-the-queue");
    }

    [Fact]
    public void Whatever_fails_before_the_transfer_apologises_and_hands_the_caller_to_a_person()
    {
        foreach (var id in new[] { "start-media-streaming", "start-call", "ask-what-is-next", "what-is-next", "play" })
        {
            s_actions[id]["Transitions"]!["Errors"]!
                .AsArray()
                .ShouldAllBe(error => (string?)error!["NextAction"] == "apologise");
        }

        Next("has-the-call-started").ShouldBe("apologise");
        Next("apologise").ShouldBe("stop-media-streaming");
        Next("announce-the-transfer").ShouldBe("stop-media-streaming");
        Next("stop-media-streaming").ShouldBe("is-a-queue-named");
        Next("choose-the-queue").ShouldBe("transfer-to-the-queue");
    }

    [Fact]
    public void Nothing_of_the_caller_is_passed_to_a_function_but_what_Connect_passes_itself() =>
        s_actions.Values.ShouldAllBe(action => action["Parameters"]!["LambdaInvocationAttributes"] == null);

    [Fact]
    public void Every_text_is_recorded_for_the_local_call()
    {
        var recorded = JsonNode.Parse(Repository.Read("local/scenarios/common/flow.json"))!.AsArray();

        s_actions
            .Values.Select(action => (string?)action["Parameters"]!["Text"])
            .OfType<string>()
            .Where(text => !text.StartsWith('$'))
            .Except(recorded.Select(line => (string)line!["says"]!))
            .ShouldBeEmpty();
        recorded
            .Select(line => Repository.PathOf($"local/scenarios/common/{line!["sound"]}"))
            .ShouldAllBe(sound => File.Exists(sound));
    }
}
