using System.Text.Json.Nodes;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Tests.Connect;

public sealed class FlowInterpreterTests
{
    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static JsonObject Media(string uri) =>
        new()
        {
            ["Media"] = new JsonObject
            {
                ["Uri"] = uri,
                ["SourceType"] = "S3",
                ["MediaType"] = "Audio",
            },
        };

    private static AFlow PlayLoop() =>
        new AFlow()
            .WithLambda("first", "next-prompt", "branch", "sorry")
            .WithCompare("branch", "$.External.action", "sorry", ("play", "play"), ("wait", "first"), ("end", "bye"))
            .With("play", "MessageParticipant", "first", Media("$.External.prompt"), "sorry")
            .With("sorry", "MessageParticipant", "bye", Text("Sorry, $.Attributes.name."), "bye")
            .With("bye", "DisconnectParticipant");

    [Fact]
    public async Task A_flow_plays_what_the_function_names_until_it_says_end()
    {
        var answers = new Queue<string>([
            """{"action":"play","prompt":"https://b.s3.amazonaws.com/1.wav"}""",
            """{"action":"wait"}""",
            """{"action":"play","prompt":"https://b.s3.amazonaws.com/2.wav"}""",
            """{"action":"end"}""",
        ]);
        using var run = new FlowRun().Function("next-prompt", answers.Dequeue);

        (await run.Run(PlayLoop().Build())).ShouldBe(FlowEnding.Disconnected);

        run.Heard.ShouldBe(["/1.wav", "/2.wav"]);
        JsonNode.Parse(run.Invoked[0])!["Details"]!["Parameters"]!["contact"]!
            .GetValue<string>()
            .ShouldBe(run.Contact.Id.ToString());
    }

    [Fact]
    public async Task A_function_that_fails_is_tried_four_times_before_the_error_branch()
    {
        using var run = new FlowRun().Function(
            "next-prompt",
            () => Task.FromResult(new InvocationResult("{}"u8.ToArray(), "Unhandled"))
        );
        run.Contact.Attributes["name"] = "caller";

        await run.Run(PlayLoop().Build());

        run.Invoked.Count.ShouldBe(4);
        run.Heard.ShouldBe(["Sorry, caller."]);
    }

    [Theory]
    [InlineData("""{"action":{"name":"play"}}""")]
    [InlineData("""{"action":"end","count":3}""")]
    [InlineData("""["end"]""")]
    public async Task An_answer_that_is_not_a_flat_map_of_strings_takes_the_error_branch(string answer)
    {
        using var run = new FlowRun().Function("next-prompt", () => answer);

        await run.Run(PlayLoop().Build());

        run.Steps.ShouldBe(["first", "sorry", "bye"]);
    }

    [Fact]
    public async Task A_function_that_does_not_answer_takes_the_error_branch_at_the_time_limit()
    {
        using var run = new FlowRun().Function("next-prompt", () => new TaskCompletionSource<InvocationResult>().Task);
        var flow = run.Run(PlayLoop().Build());

        run.Time.Advance(TimeSpan.FromSeconds(7.9));
        flow.IsCompleted.ShouldBeFalse();
        run.Time.Advance(TimeSpan.FromSeconds(0.2));
        await flow;

        run.Steps.ShouldBe(["first", "sorry", "bye"]);
    }

    [Fact]
    public async Task A_prompt_that_is_not_there_takes_the_error_branch()
    {
        using var run = new FlowRun().Function(
            "next-prompt",
            () => """{"action":"play","prompt":"https://missing/1.wav"}"""
        );

        await run.Run(PlayLoop().Build());

        run.Steps.ShouldBe(["first", "branch", "play", "sorry", "bye"]);
    }

    [Fact]
    public async Task Hanging_up_ends_the_flow_and_the_streaming()
    {
        using var run = new FlowRun().Function("f", () => new TaskCompletionSource<InvocationResult>().Task);
        var flow = run.Run(
            new AFlow()
                .With(
                    "first",
                    "UpdateContactMediaStreamingBehavior",
                    "ask",
                    new JsonObject { ["MediaStreamingState"] = "Enabled" },
                    "bye"
                )
                .WithLambda("ask", "f", "bye", "bye")
                .With("bye", "DisconnectParticipant")
                .Build()
        );
        run.Streaming.ShouldBeTrue();

        run.HangUp();

        (await flow).ShouldBe(FlowEnding.CallerHungUp);
        run.Streaming.ShouldBeFalse();
    }

    [Fact]
    public async Task A_transfer_without_a_queue_takes_the_error_branch()
    {
        using var run = new FlowRun();
        var flow = new AFlow()
            .With("first", "TransferContactToQueue", parameters: [], error: "queue")
            .With("queue", "UpdateContactTargetQueue", "again", new JsonObject { ["QueueId"] = "agents" }, "bye")
            .With("again", "TransferContactToQueue", error: "bye")
            .With("bye", "DisconnectParticipant");

        (await run.Run(flow.Build())).ShouldBe(FlowEnding.TransferredToQueue);
        run.Contact.TargetQueue.ShouldBe("agents");
    }

    [Fact]
    public async Task A_comparison_that_nothing_matches_takes_its_own_error_branch()
    {
        using var run = new FlowRun().Function("next-prompt", () => """{"action":"dance"}""");

        await run.Run(PlayLoop().Build());

        run.Steps.ShouldBe(["first", "branch", "sorry", "bye"]);
    }

    [Theory]
    [InlineData(1, "small")]
    [InlineData(10, "small")]
    [InlineData(11, "large")]
    [InlineData(100, "large")]
    public async Task A_share_of_10_percent_is_the_numbers_below_11(int drawn, string taken)
    {
        using var run = new FlowRun { Drawn = drawn };
        var flow = new AFlow()
            .With("first", "DistributeByPercentage", branches: [("NumberLessThan", "11", "small")], otherwise: "large")
            .With("small", "DisconnectParticipant")
            .With("large", "DisconnectParticipant");

        await run.Run(flow.Build());

        run.Steps.ShouldBe(["first", taken]);
    }

    [Fact]
    public async Task A_loop_goes_round_as_often_as_it_says_and_begins_anew()
    {
        var answers = new Queue<string>(["""{"again":"yes"}""", """{"again":"no"}"""]);
        using var run = new FlowRun().Function("once-more", answers.Dequeue);
        var flow = new AFlow()
            .With(
                "first",
                "Loop",
                parameters: new JsonObject { ["LoopCount"] = "2" },
                branches: [("Equals", "ContinueLooping", "pause"), ("Equals", "DoneLooping", "ask")]
            )
            .With(
                "pause",
                "MessageParticipant",
                "first",
                new JsonObject { ["SSML"] = """<speak><break time="2s"/><break time="500ms"/></speak>""" },
                "bye"
            )
            .WithLambda("ask", "once-more", "again", "bye")
            .WithCompare("again", "$.External.again", "bye", ("yes", "first"))
            .With("bye", "DisconnectParticipant");

        await run.Run(flow.Build());

        run.Heard.ShouldBe(Enumerable.Repeat("silence of 2500 ms", 4));
    }

    [Fact]
    public async Task A_module_returns_to_the_flow_or_ends_the_call()
    {
        using var run = new FlowRun();
        run.Modules["greeting"] = new AFlow()
            .With("first", "MessageParticipant", "return", Text("Hello."), "return")
            .With("return", "EndFlowModuleExecution")
            .Build();
        run.Modules["farewell"] = new AFlow().With("first", "DisconnectParticipant").Build();
        var flow = new AFlow()
            .With("first", "InvokeFlowModule", "second", new JsonObject { ["FlowModuleId"] = "greeting" }, "never")
            .With("second", "InvokeFlowModule", "third", new JsonObject { ["FlowModuleId"] = "missing" }, "third")
            .With("third", "InvokeFlowModule", "never", new JsonObject { ["FlowModuleId"] = "farewell" }, "never")
            .With("never", "MessageParticipant", "third", Text("Never."), "third");

        (await run.Run(flow.Build())).ShouldBe(FlowEnding.Disconnected);

        run.Heard.ShouldBe(["Hello."]);
        run.Steps.ShouldBe(["first", "first", "return", "second", "third", "first"]);
    }

    [Fact]
    public async Task A_caller_on_the_telephone_is_not_made_to_wait_by_the_block_for_chats()
    {
        using var run = new FlowRun();
        var flow = new AFlow()
            .With("first", "Wait", "never", new JsonObject { ["TimeLimitSeconds"] = "5" }, "bye")
            .With("never", "DisconnectParticipant")
            .With("bye", "DisconnectParticipant");

        await run.Run(flow.Build());

        run.Steps.ShouldBe(["first", "bye"]);
    }
}
