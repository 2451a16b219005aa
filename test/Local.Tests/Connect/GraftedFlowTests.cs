using System.Text.Json.Nodes;
using SonicBridge.Local.Connect;
using SonicBridge.Steps.Flows;

namespace SonicBridge.Local.Tests.Connect;

/// <summary>A flow of the Fargate deployment, into which the migration has put the call loop, runs as a contact's flow.</summary>
public sealed class GraftedFlowTests
{
    private const string Functions = "arn:aws:lambda:us-east-1:000000000000:function:";
    private const string Old = $"{Functions}invoke-fargate-task";
    private const string Start = $"{Functions}invoke-ecs-ec2-task";
    private const string Next = $"{Functions}next-prompt";

    private static readonly GraftSettings s_settings = new(Start, Next, "the-queue");

    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static JsonObject Module(string id) => new() { ["FlowModuleId"] = id };

    /// <summary>It streams the voice, starts a task and then, having lost the call, plays silence until it gives up.</summary>
    private static AFlow OldFlow(string type = "DisconnectParticipant") =>
        new AFlow()
            .With(
                "first",
                "UpdateContactMediaStreamingBehavior",
                "call",
                new JsonObject { ["MediaStreamingState"] = "Enabled" },
                "sorry"
            )
            .WithLambda("call", $"{Old}:live", "rounds", "sorry")
            .With(
                "rounds",
                "Loop",
                parameters: new JsonObject { ["LoopCount"] = "3" },
                branches: [("Equals", "ContinueLooping", "silence"), ("Equals", "DoneLooping", "bye")]
            )
            .With(
                "silence",
                "MessageParticipant",
                "rounds",
                new JsonObject { ["SSML"] = """<speak><break time="2s"/></speak>""" },
                "bye"
            )
            .With("sorry", "MessageParticipant", "bye", Text("Sorry."), "bye")
            .With("bye", type);

    private static ContactFlow Graft(AFlow flow, int percentage, FlowKind? kind = null) =>
        ContactFlow.Parse(
            FlowGraft.Apply(
                FlowDocument.Read(flow.Json()),
                FunctionAddress.Parse(Old),
                s_settings,
                kind ?? FlowKind.Of("CONTACT_FLOW"),
                percentage
            )
        );

    private static FlowRun ACaller(params string[] steps)
    {
        var next = new Queue<string>(steps);
        return new FlowRun()
            .Function($"{Old}:live", () => """{"taskArn":"arn"}""")
            .Function(Start, () => """{"status":"started"}""")
            .Function(
                Next,
                () =>
                    next.Dequeue() is "play"
                        ? """{"action":"play","prompt":"https://b.s3.amazonaws.com/1.wav"}"""
                        : $$"""{"action":"{{steps[^(next.Count + 1)]}}"}"""
            );
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(50, 50, true)]
    [InlineData(50, 51, false)]
    [InlineData(100, 100, true)]
    public async Task A_caller_talks_with_the_agent_or_takes_the_old_way_as_the_share_says(
        int percentage,
        int drawn,
        bool isNew
    )
    {
        using var run = ACaller("wait", "play", "end");
        run.Drawn = drawn;

        (await run.Run(Graft(OldFlow(), percentage))).ShouldBe(FlowEnding.Disconnected);

        run.Steps.Contains("call").ShouldBe(!isNew);
        run.Steps.Contains("nova-sonic-start-call").ShouldBe(isNew);
        run.Heard.ShouldBe(
            isNew
                ? ["Welcome. One moment please, our assistant is joining the call.", "/1.wav"]
                : Enumerable.Repeat("silence of 2000 ms", 3)
        );
    }

    [Fact]
    public async Task A_caller_who_asks_for_a_person_is_handed_to_the_queue()
    {
        using var run = ACaller("transfer");

        (await run.Run(Graft(OldFlow(), 100))).ShouldBe(FlowEnding.TransferredToQueue);

        run.Contact.TargetQueue.ShouldBe("the-queue");
    }

    [Fact]
    public async Task What_the_agent_tells_reaches_the_person_of_the_queue_that_it_names()
    {
        using var run = ACaller();
        var answers = new Queue<string>([
            """{"action":"say","text":"One moment please."}""",
            """{"action":"transfer","queue":"arn:the-cars","summary":"A car in Boston."}""",
        ]);
        run.Function(Next, answers.Dequeue);

        (await run.Run(Graft(OldFlow(), 100))).ShouldBe(FlowEnding.TransferredToQueue);

        run.Heard.ShouldContain("One moment please.");
        run.Contact.TargetQueue.ShouldBe("arn:the-cars");
        run.Contact.Attributes["agentSummary"].ShouldBe("A car in Boston.");
    }

    [Fact]
    public async Task A_module_that_holds_the_call_returns_to_its_flow_when_the_call_is_over()
    {
        using var run = ACaller("end");
        run.Modules["talk"] = Graft(OldFlow("EndFlowModuleExecution"), 100, FlowKind.Module);
        var flow = new AFlow()
            .With("first", "InvokeFlowModule", "thanks", Module("talk"), "thanks")
            .With("thanks", "MessageParticipant", "bye", Text("Thank you."), "bye")
            .With("bye", "DisconnectParticipant");

        await run.Run(flow.Build());

        run.Heard[^1].ShouldBe("Thank you.");
        run.Streaming.ShouldBeFalse();
        run.Steps.ShouldContain("nova-sonic-stop-media-streaming-at-the-end");
    }
}
