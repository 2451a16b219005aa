using System.Text.Json.Nodes;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Tests.ContactFlows;

namespace SonicBridge.Steps.Tests.Flows;

public sealed class FlowGraftTests
{
    private static string? Next(FlowDocument flow, string identifier) => flow.Find(identifier)!.Next;

    private static JsonObject Action(FlowDocument flow, string identifier) =>
        JsonNode.Parse(flow.Content)!["Actions"]!
            .AsArray()
            .Select(action => action!.AsObject())
            .Single(action => (string?)action["Identifier"] == identifier);

    [Fact]
    public void At_100_percent_the_loop_stands_where_the_old_function_was_and_what_only_that_led_to_is_gone()
    {
        var flow = AContactFlow.Usual().At(100);

        Next(flow, "first").ShouldBe("nova-sonic-start-media-streaming");
        flow.Actions.Select(action => action.Identifier)
            .ShouldBe([
                "first",
                "nova-sonic-start-media-streaming",
                "nova-sonic-start-call",
                "nova-sonic-has-the-call-started",
                "nova-sonic-greet",
                "nova-sonic-ask-what-is-next",
                "nova-sonic-what-is-next",
                "nova-sonic-play",
                "nova-sonic-say",
                "nova-sonic-keep-the-summary",
                "nova-sonic-announce-the-transfer",
                "nova-sonic-apologise",
                "nova-sonic-stop-media-streaming",
                "nova-sonic-is-a-queue-named",
                "nova-sonic-choose-the-named-queue",
                "nova-sonic-choose-the-queue",
                "nova-sonic-transfer-to-the-queue",
                "nova-sonic-nobody-is-free",
                "nova-sonic-hang-up",
            ]);
        AContactFlow.Places(flow).Select(place => place.Key).ShouldBe(flow.Actions.Select(action => action.Identifier));
    }

    [Fact]
    public void It_invokes_our_functions_and_hands_callers_to_our_queue()
    {
        var flow = AContactFlow.Usual().At(100);

        flow.Find("nova-sonic-start-call")!.Parameter("LambdaFunctionARN").ShouldBe(AContactFlow.StartArn);
        flow.Find("nova-sonic-ask-what-is-next")!.Parameter("LambdaFunctionARN").ShouldBe(AContactFlow.NextArn);
        flow.Find("nova-sonic-choose-the-queue")!.Parameter("QueueId").ShouldBe(AContactFlow.QueueArn);
        flow.Content.ShouldNotContain("000000000000");
        flow.Content.ShouldNotContain("BasicQueue");
    }

    [Fact]
    public void Every_new_action_is_one_that_Connect_takes()
    {
        foreach (var percentage in new[] { 1, 50, 99, 100 })
        {
            foreach (var settings in new[] { AContactFlow.WithQueue, AContactFlow.WithoutQueue })
            {
                foreach (var kind in new[] { AContactFlow.Inbound, FlowKind.Module })
                {
                    var flow = AContactFlow.Usual().At(percentage, settings, kind);
                    flow.Actions.Where(action =>
                            action.Identifier.StartsWith(FlowNames.Prefix, StringComparison.Ordinal)
                        )
                        .SelectMany(action => FlowRules.Faults(Action(flow, action.Identifier)))
                        .ShouldBeEmpty();
                }
            }
        }
    }

    [Fact]
    public void The_loop_is_the_one_of_the_flow_that_is_deployed_by_itself()
    {
        var flow = AContactFlow.Usual().At(100);
        var source = JsonNode.Parse(Repository.Read("contactflows/nova-sonic-call.json"))!["Actions"]!.AsArray();

        foreach (var action in source.Select(action => action!.AsObject()))
        {
            var grafted = Action(flow, $"nova-sonic-{action["Identifier"]}");
            ((string?)grafted["Type"]).ShouldBe((string?)action["Type"]);
            ((string?)grafted["Parameters"]!["Text"]).ShouldBe((string?)action["Parameters"]!["Text"]);
        }
    }

    [Theory]
    [InlineData(1, "2")]
    [InlineData(10, "11")]
    [InlineData(99, "100")]
    public void Below_100_percent_a_number_from_1_to_100_decides(int percentage, string operand)
    {
        var flow = AContactFlow.Usual().At(percentage);
        var transitions = Action(flow, "nova-sonic-share-of-calls")["Transitions"]!;

        Next(flow, "first").ShouldBe("nova-sonic-share-of-calls");
        transitions
            .ToJsonString()
            .ShouldBe(
                $$$"""{"NextAction":"call","Errors":[{"ErrorType":"NoMatchingCondition","NextAction":"call"}],"Conditions":[{"NextAction":"nova-sonic-start-media-streaming","Condition":{"Operator":"NumberLessThan","Operands":["{{{operand}}}"]}}]}"""
            );
    }

    [Fact]
    public void A_caller_who_is_with_the_old_function_stays_there_when_the_flow_comes_back_to_it() =>
        Next(AContactFlow.Usual().At(50), "poll").ShouldBe("call");

    [Fact]
    public void Below_100_percent_nothing_else_is_touched()
    {
        var before = AContactFlow.Usual().Json();
        var after = AContactFlow.Usual().At(50).Content;

        // From the start up to the first of the new things, but for the one reference.
        var until = after.IndexOf("\"nova-sonic-share-of-calls\":{", StringComparison.Ordinal);
        before.ShouldStartWith(after[..(until - 1)]);
        after
            .Replace(
                "\"NextAction\":\"nova-sonic-share-of-calls\"",
                "\"NextAction\":\"call\"",
                StringComparison.Ordinal
            )
            .ShouldContain(before[before.IndexOf("\"Actions\"", StringComparison.Ordinal)..^2]);
    }

    [Fact]
    public void At_0_percent_the_content_is_the_same() =>
        FlowGraft
            .Apply(AContactFlow.Usual().Document(), AContactFlow.Old, AContactFlow.WithQueue, AContactFlow.Inbound, 0)
            .ShouldBe(AContactFlow.Usual().Json());

    [Fact]
    public void A_flow_may_begin_with_the_old_function()
    {
        var flow = new AContactFlow().Invoking("first", "bye", "bye").Ending();

        flow.At(100).StartAction.ShouldBe("nova-sonic-start-media-streaming");
        flow.At(30).StartAction.ShouldBe("nova-sonic-share-of-calls");
        flow.At(100).Find("first").ShouldBeNull();
        flow.At(100).Find("bye").ShouldBeNull();
    }

    [Fact]
    public void Where_the_voice_is_streamed_already_it_is_not_started_again()
    {
        var flow = new AContactFlow().Streaming("first", "call", "bye").Invoking("call", "bye", "bye").Ending().At(100);

        Next(flow, "first").ShouldBe("nova-sonic-start-call");
        flow.Find("nova-sonic-start-media-streaming").ShouldBeNull();
    }

    [Theory]
    [InlineData("its error branch leads there too")]
    [InlineData("it was stopped again")]
    [InlineData("a module was run since")]
    public void Where_it_may_not_be_streamed_it_is_started(string because)
    {
        var before = because switch
        {
            "its error branch leads there too" => new AContactFlow().Streaming("first", "call", "call"),
            "it was stopped again" => new AContactFlow()
                .Streaming("first", "stop", "bye")
                .Streaming("stop", "call", "bye", isOn: false),
            _ => new AContactFlow()
                .Streaming("first", "module", "bye")
                .With("module", "InvokeFlowModule", "call", "bye"),
        };

        before
            .Invoking("call", "bye", "bye")
            .Ending()
            .At(100)
            .Find("nova-sonic-start-media-streaming")
            .ShouldNotBeNull();
    }

    [Fact]
    public void A_second_start_that_fails_does_not_cost_the_call() =>
        AContactFlow
            .Usual()
            .At(100)
            .Find("nova-sonic-start-media-streaming")!
            .OnError.ShouldBe("nova-sonic-start-call");

    [Fact]
    public void Without_a_queue_a_caller_takes_the_old_error_branch_and_nobody_is_promised_him()
    {
        var flow = AContactFlow.Usual().At(100, AContactFlow.WithoutQueue);

        flow.Find("nova-sonic-stop-media-streaming")!.Targets.Distinct().ShouldBe(["sorry"]);
        flow.Find("nova-sonic-start-call")!.OnError.ShouldBe("nova-sonic-stop-media-streaming");
        flow.Content.ShouldNotContain("colleague");
        flow.Find("sorry").ShouldNotBeNull();
    }

    [Fact]
    public void In_a_queue_nobody_is_handed_to_another() =>
        AContactFlow
            .Usual()
            .At(100, kind: FlowKind.Of("CUSTOMER_QUEUE"))
            .Find("nova-sonic-stop-media-streaming")!
            .Next.ShouldBe("sorry");

    [Theory]
    [InlineData("CUSTOMER_HOLD")]
    [InlineData("AGENT_WHISPER")]
    [InlineData("SOMETHING_NEW")]
    public void A_flow_that_can_carry_no_call_stays_as_it_is(string type) =>
        FlowGraft
            .Apply(AContactFlow.Usual().Document(), AContactFlow.Old, AContactFlow.WithQueue, FlowKind.Of(type), 100)
            .ShouldBe(AContactFlow.Usual().Json());

    [Fact]
    public void A_module_goes_on_behind_the_old_function_when_the_conversation_is_over()
    {
        var flow = new AContactFlow()
            .Invoking("first", "thanks", "return")
            .Saying("thanks", "return")
            .With("return", "EndFlowModuleExecution")
            .At(100, kind: FlowKind.Module);

        flow.Find("nova-sonic-what-is-next")!.Targets.ShouldContain("nova-sonic-stop-media-streaming-at-the-end");
        flow.Find("nova-sonic-stop-media-streaming-at-the-end")!.Targets.Distinct().ShouldBe(["thanks"]);
        flow.Find("return").ShouldNotBeNull();
    }

    [Fact]
    public void Invocations_with_the_same_ends_share_one_loop()
    {
        var flow = new AContactFlow()
            .With("first", "Compare", "one", "two")
            .Invoking("one", "bye", "bye")
            .Invoking("two", "bye", "bye")
            .Ending();

        flow.At(100).Find("first")!.Targets.Distinct().ShouldBe(["nova-sonic-start-media-streaming"]);
        flow.At(20).Find("first")!.Targets.ShouldBe(["nova-sonic-share-of-calls", "nova-sonic-share-of-calls-2"]);
        flow.At(20).Actions.Count(action => action.Identifier.Contains("-hang-up")).ShouldBe(1);
    }

    [Fact]
    public void Invocations_with_ends_of_their_own_have_loops_of_their_own()
    {
        var flow = new AContactFlow()
            .With("first", "Compare", "one", "two")
            .Invoking("one", "bye", "sorry")
            .Invoking("two", "bye", "bye")
            .Saying("sorry", "bye")
            .Ending()
            .At(100, AContactFlow.WithoutQueue);

        flow.Find("nova-sonic-stop-media-streaming")!.Next.ShouldBe("sorry");
        flow.Find("nova-sonic-stop-media-streaming-2")!.Next.ShouldBe("bye");
        flow.Find("nova-sonic-ask-what-is-next-2")!.Targets.ShouldContain("nova-sonic-what-is-next-2");
    }

    [Fact]
    public void A_second_old_invocation_behind_the_first_is_not_decided_anew()
    {
        var flow = new AContactFlow()
            .Invoking("first", "second", "second")
            .Invoking("second", "bye", "bye")
            .Ending()
            .At(50);

        flow.Find("first")!.Next.ShouldBe("second");
        flow.Actions.Count(action => action.Type == "DistributeByPercentage").ShouldBe(1);
    }

    [Fact]
    public void An_old_function_that_tried_itself_again_lets_go_of_the_caller()
    {
        var flow = new AContactFlow().Invoking("first", "bye", "first").Ending().At(100, AContactFlow.WithoutQueue);

        flow.Find("nova-sonic-stop-media-streaming")!.Next.ShouldBe("nova-sonic-hang-up");
    }

    [Fact]
    public void Names_that_the_flow_has_already_are_not_used_again()
    {
        var flow = new AContactFlow()
            .Saying("first", "nova-sonic-hang-up")
            .Invoking("nova-sonic-hang-up", "bye", "bye")
            .Ending()
            .At(50);

        Next(flow, "first").ShouldBe("nova-sonic-share-of-calls");
        flow.Find("nova-sonic-hang-up")!.Type.ShouldBe("InvokeLambdaFunction");
        flow.Find("nova-sonic-hang-up-2")!.Type.ShouldBe("DisconnectParticipant");
    }

    [Fact]
    public void What_its_author_left_unreached_stays_and_leads_somewhere()
    {
        var flow = AContactFlow.Usual().Saying("left", "call").At(100);

        Next(flow, "left").ShouldBe("nova-sonic-start-media-streaming");
    }
}
