using System.Text;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>What goes over the wire when Lambda's own serializer reads and writes it.</summary>
public sealed class WireTests
{
    private static readonly StepsSerializer s_serializer = new();

    private static string Written<T>(T answer)
    {
        using var stream = new MemoryStream();
        s_serializer.Serialize(answer, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return s_serializer.Deserialize<T>(stream);
    }

    [Fact]
    public void Answers_to_the_contact_flow_are_flat_and_leave_out_what_is_absent()
    {
        Written(StartCallAnswer.Started(ACall.ContactId))
            .ShouldBe($$"""{"status":"started","contactId":"{{ACall.Id}}"}""");
        Written(StartCallAnswer.Failed("X", "Y.")).ShouldBe("""{"status":"error","error":"X","message":"Y."}""");
        Written(NextPromptAnswer.Do(FlowStep.Wait)).ShouldBe("""{"action":"wait"}""");
        Written(NextPromptAnswer.Do(FlowStep.Transfer)).ShouldBe("""{"action":"transfer"}""");
        Written(NextPromptAnswer.Do(FlowStep.End)).ShouldBe("""{"action":"end"}""");
        Written(NextPromptAnswer.Say("One moment.")).ShouldBe("""{"action":"say","text":"One moment."}""");
        Written(NextPromptAnswer.Transfer(new TransferTarget("arn:q", "A car in Boston.")))
            .ShouldBe("""{"action":"transfer","queue":"arn:q","summary":"A car in Boston."}""");
        Written(NextPromptAnswer.Transfer(new TransferTarget())).ShouldBe("""{"action":"transfer"}""");
        Written(NextPromptAnswer.Play("https://x/1.wav")).ShouldBe("""{"action":"play","prompt":"https://x/1.wav"}""");
    }

    [Fact]
    public void Answers_to_the_state_machine_have_the_names_that_it_reads()
    {
        Written(new LaunchedBridge("arn", 2)).ShouldBe("""{"taskArn":"arn","generation":2}""");
        Written(new RecordedOutcome(CallEnding.TransferRequested, FlowStep.Transfer, ""))
            .ShouldBe("""{"ending":"transferRequested","next":"transfer","detail":""}""");
    }

    [Fact]
    public void What_the_state_machine_passes_is_read() =>
        Read<LaunchRequest>("""{"folder":"f","taskToken":"t"}""").ShouldBe(new LaunchRequest("f", "t"));

    [Theory]
    [InlineData(64)]
    [InlineData(100_000)]
    public async Task An_event_of_any_depth_reaches_the_function(int depth)
    {
        using var s3 = new InMemoryS3();
        using var stepFunctions = new FakeStepFunctions();
        var input = Read<JsonElement>(new string('[', depth) + new string(']', depth));

        var answer = await new StartCallFunction(s3, stepFunctions, "bucket", "machine").StartCall(
            input,
            ACall.Context()
        );

        answer.Error.ShouldBe("UnknownInput");
    }
}
