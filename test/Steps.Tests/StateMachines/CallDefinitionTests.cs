using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Diagnose;

namespace SonicBridge.Steps.Tests.StateMachines;

/// <summary>statemachines/call.asl.json and the functions that it calls agree, and whoever reads it finds the rules kept.</summary>
public sealed class CallDefinitionTests
{
    private const int SecondsOfOneYear = 31_536_000;

    private static readonly JsonObject s_definition = JsonNode
        .Parse(Repository.Read("statemachines/call.asl.json"))!
        .AsObject();

    private static JsonObject State(string name) => s_definition["States"]![name]!.AsObject();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Tasks =>
        s_definition["States"]!.AsObject().Where(state => (string?)state.Value!["Type"] == "Task");

    [Fact]
    public void Every_state_is_explained_to_the_consoles_reader()
    {
        ((string?)s_definition["Comment"]).ShouldNotBeNullOrWhiteSpace();
        s_definition["States"]!
            .AsObject()
            .ShouldAllBe(state => !string.IsNullOrWhiteSpace((string?)state.Value!["Comment"]));
    }

    [Fact]
    public void Every_task_says_how_long_it_may_take_and_what_is_tried_again()
    {
        foreach (var (name, task) in Tasks)
        {
            task!["TimeoutSeconds"].ShouldNotBeNull(name);
            foreach (var retrier in task["Retry"].ShouldNotBeNull(name).AsArray())
            {
                ((string?)retrier!["JitterStrategy"]).ShouldBe("FULL");
                retrier["MaxDelaySeconds"].ShouldNotBeNull();
                ((double)retrier["BackoffRate"]!).ShouldBeGreaterThan(1);
            }
        }
    }

    [Fact]
    public void A_call_may_last_as_long_as_an_execution_but_for_the_time_to_record_it()
    {
        var launch = State("LaunchBridge");

        ((int)launch["TimeoutSeconds"]!).ShouldBeInRange(SecondsOfOneYear - (2 * 86_400), SecondsOfOneYear - 3600);
        ((int)launch["HeartbeatSeconds"]!).ShouldBe(15);
    }

    [Fact]
    public void Whatever_fails_the_bridge_is_recorded()
    {
        var catcher = State("LaunchBridge")["Catch"]!.AsArray()[^1]!;

        catcher["ErrorEquals"]!.ToJsonString().ShouldBe("""["States.ALL"]""");
        ((string?)catcher["Next"]).ShouldBe("RecordFailure");
    }

    [Fact]
    public void A_bridge_that_is_lost_is_replaced_and_a_caller_who_is_gone_ends_the_call()
    {
        var ways = State("LaunchBridge")["Catch"]!
            .AsArray()
            .SelectMany(way => way!["ErrorEquals"]!.AsArray().Select(error => ((string)error!, (string)way["Next"]!)))
            .ToDictionary(way => way.Item1, way => way.Item2);

        ways[BridgeErrors.Stopped].ShouldBe("StopOldBridge");
        ways[BridgeErrors.Leaving].ShouldBe("CountNoLoss", "Who leaves in good order is no loss.");
        ways["States.HeartbeatTimeout"].ShouldBe("StopOldBridge");
        ways[nameof(CallerHungUp)].ShouldBe("CallerHasHungUp");
        var outcome = State("CallerHasHungUp")["Result"]!.Deserialize(ContractsJson.Default.CallOutcome)!;
        (outcome.Ending, outcome.Next).ShouldBe((CallEnding.CallerHungUp, FlowStep.End));
    }

    [Fact]
    public void No_way_leads_from_a_lost_bridge_to_the_next_but_past_the_count_or_a_bridge_that_carried_the_call()
    {
        NextsOf("StopOldBridge").ShouldBe(["CountLoss", "HadItCarriedTheCall"], ignoreOrder: true);
        NextsOf("HadItCarriedTheCall").ShouldBe(["CountNoLoss", "CountLoss"], ignoreOrder: true);
        NextsOf("CountLoss").ShouldBe(["MayItBeReplaced"]);
        NextsOf("MayItBeReplaced").ShouldBe(["LaunchBridge", "RecordFailure"], ignoreOrder: true);
        s_definition["States"]!
            .AsObject()
            .Select(state => state.Key)
            .Where(name => NextsOf(name).Contains("LaunchBridge"))
            .ShouldBe(["CountNoLoss", "MayItBeReplaced"], ignoreOrder: true);
    }

    [Fact]
    public void A_failure_that_cannot_be_recorded_ends_the_execution_within_a_quarter_of_a_minute()
    {
        var retrier = State("RecordFailure")["Retry"]!.AsArray().ShouldHaveSingleItem()!;

        var longest = Enumerable
            .Range(0, (int)retrier["MaxAttempts"]!)
            .Sum(attempt =>
                Math.Min(
                    (double)retrier["IntervalSeconds"]! * Math.Pow((double)retrier["BackoffRate"]!, attempt),
                    (double)retrier["MaxDelaySeconds"]!
                )
            );

        longest.ShouldBeLessThanOrEqualTo(15);
    }

    [Fact]
    public void Only_what_may_pass_is_tried_again()
    {
        var errors = State("LaunchBridge")["Retry"]!
            .AsArray()
            .SelectMany(retrier => retrier!["ErrorEquals"]!.AsArray())
            .Select(error => (string)error!)
            .ToList();

        errors.ShouldContain(nameof(BridgeHasNoRoom));
        errors.ShouldNotContain(nameof(BridgeNotLaunched));
        // Its own time limit too: a second task of the same call takes it over, or has lost it.
        errors
            .Where(error => error is not (nameof(BridgeHasNoRoom) or "Sandbox.Timedout"))
            .ShouldAllBe(error => error.StartsWith("Lambda."));
    }

    [Theory]
    [InlineData("LaunchBridge", "LaunchBridgeFunction")]
    [InlineData("StopOldBridge", "StopBridgeFunction")]
    [InlineData("RecordOutcome", "RecordOutcomeFunction")]
    [InlineData("RecordFailure", "RecordOutcomeFunction")]
    [InlineData("Diagnose", "DiagnoseFunction")]
    public void A_task_calls_a_function_of_the_template(string state, string function) =>
        ((string?)State(state)["Parameters"]!["FunctionName"]).ShouldBe($"${{{function}.Arn}}");

    [Fact]
    public void What_is_passed_to_launch_bridge_is_what_it_reads() =>
        State("LaunchBridge")["Parameters"]!["Payload"]!
            .AsObject()
            .Select(member => member.Key.Replace(".$", "", StringComparison.Ordinal))
            .ShouldBe(
                typeof(LaunchRequest)
                    .GetProperties()
                    .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name),
                ignoreOrder: true
            );

    [Fact]
    public void What_is_passed_to_stop_bridge_is_what_it_reads_and_its_answer_is_what_is_decided_by()
    {
        State("StopOldBridge")["Parameters"]!["Payload"]!
            .AsObject()
            .Select(member => member.Key.Replace(".$", "", StringComparison.Ordinal))
            .ShouldBe(
                typeof(StopBridgeRequest)
                    .GetProperties()
                    .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name),
                ignoreOrder: true
            );
        typeof(StoppedBridge)
            .GetProperty(nameof(StoppedBridge.Carried))!
            .GetCustomAttribute<JsonPropertyNameAttribute>()!
            .Name.ShouldBe("carried");
    }

    [Fact]
    public void The_cause_of_a_failed_execution_is_what_record_outcome_answers()
    {
        State("RecordFailure")["ResultSelector"]!["detail.$"]!.GetValue<string>().ShouldBe("$.Payload.detail");
        State("CallFailed")["CausePath"]!.GetValue<string>().ShouldBe("$.recorded.detail");
        typeof(RecordedOutcome)
            .GetProperty(nameof(RecordedOutcome.Detail))!
            .GetCustomAttribute<JsonPropertyNameAttribute>()!
            .Name.ShouldBe("detail");
    }

    [Fact]
    public void A_failure_is_diagnosed_after_it_was_recorded_since_the_caller_waits_for_the_outcome()
    {
        ((string?)State("RecordFailure")["Next"]).ShouldBe("Diagnose");
        ((string?)State("Diagnose")["Next"]).ShouldBe("CallFailed");
    }

    [Fact]
    public void A_diagnosis_takes_the_place_of_the_recorded_cause_and_leaves_it_where_there_is_none()
    {
        var diagnose = State("Diagnose");

        diagnose["Parameters"]!["Payload"]!["detail.$"]!.GetValue<string>().ShouldBe("$.recorded.detail");
        diagnose["ResultSelector"]!["detail.$"]!.GetValue<string>().ShouldBe("$.Payload.summary");
        diagnose["ResultPath"]!.GetValue<string>().ShouldBe("$.recorded");
        var catcher = diagnose["Catch"]!.AsArray().ShouldHaveSingleItem()!;
        catcher["ErrorEquals"]!.ToJsonString().ShouldBe("""["States.ALL"]""");
        catcher["ResultPath"]!.GetValue<string>().ShouldNotStartWith("$.recorded");
        ((string?)catcher["Next"]).ShouldBe("CallFailed");
        typeof(Diagnosis)
            .GetProperty(nameof(Diagnosis.Summary))!
            .GetCustomAttribute<JsonPropertyNameAttribute>()!
            .Name.ShouldBe("summary");
    }

    private static IEnumerable<string> NextsOf(string name)
    {
        var state = State(name);
        return (state["Catch"]?.AsArray() ?? [])
            .Concat(state["Choices"]?.AsArray() ?? [])
            .Append(state)
            .Select(way => (string?)way!["Next"])
            .Append((string?)state["Default"])
            .OfType<string>();
    }

    [Fact]
    public void Every_state_can_be_reached_and_every_way_ends()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([(string)s_definition["StartAt"]!]);
        while (open.TryPop(out var name))
        {
            if (!reached.Add(name))
            {
                continue;
            }

            var nexts = NextsOf(name).ToList();
            ((string?)State(name)["Type"] is "Succeed" or "Fail").ShouldBe(nexts.Count == 0, name);
            nexts.ForEach(open.Push);
        }

        reached.ShouldBe(s_definition["States"]!.AsObject().Select(state => state.Key), ignoreOrder: true);
    }
}
