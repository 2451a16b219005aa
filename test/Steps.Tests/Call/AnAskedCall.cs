using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>A call of which the flow asks what is next, in virtual time.</summary>
public abstract class AnAskedCall : IDisposable
{
    private protected static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private protected const string StateMachineArn = "arn:aws:states:eu-west-2:111122223333:stateMachine:call";

    private protected readonly InMemoryS3 _s3 = new();
    private protected readonly FakeStepFunctions _stepFunctions = new();
    private protected readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private protected AnAskedCall() =>
        Write(CallFile.Call, new CallDescription { ContactId = ACall.ContactId, StreamArn = ACall.StreamArn });

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected NextPromptFunction Function(
        string? bucket = ACall.Bucket,
        string? stateMachineArn = StateMachineArn
    ) => new(_s3, _stepFunctions, _time, bucket, stateMachineArn, "eu-west-2");

    private protected Task<NextPromptAnswer> AskAsync(JsonNode? input = null, double seconds = 8) =>
        Function().NextPrompt((input ?? ACall.Envelope()).Element(), ACall.Context(seconds));

    /// <summary>Asks again and again, as the flow does, until there is an answer other than to wait.</summary>
    private protected async Task<(NextPromptAnswer Answer, TimeSpan After)> LoopAsync(TimeSpan limit)
    {
        var start = _time.GetTimestamp();
        while (true)
        {
            var asking = AskAsync();
            while (!asking.IsCompleted)
            {
                _time.Advance(s_look);
            }

            var (answer, after) = (await asking, _time.GetElapsedTime(start));
            if (answer.Action is not FlowStep.Wait || after >= limit)
            {
                return (answer, after);
            }
        }
    }

    private protected void Write<T>(JsonFile<T> file, T value) =>
        _s3.Seed(ACall.Key(file.Name), JsonSerializer.Serialize(value, file.Shape));

    private protected void WritePlaylist(int prompts, FlowStep next = FlowStep.Wait, int dropped = 0) =>
        Write(
            CallFile.Playlist,
            new Playlist(
                1,
                [.. Enumerable.Range(1, prompts).Select(n => new Prompt(n, CallFolder.PromptFile(1, n), 900))],
                dropped,
                next
            )
        );

    private protected void WriteOutcome(FlowStep next, CallEnding ending = CallEnding.CallerHungUp) =>
        Write(CallFile.Outcome, new OutcomeRecord(ACall.ContactId, new CallOutcome(ending, next), _time.GetUtcNow()));

    private protected int HandedOut() => Heard().HandedOut;

    private protected Progress Heard() =>
        JsonSerializer.Deserialize(_s3.Text(ACall.Key("progress.json"))!, CallFile.Progress.Shape)!;

    private protected static NextPromptAnswer Play(int number) =>
        NextPromptAnswer.Play(
            $"https://calls-bucket.s3.eu-west-2.amazonaws.com/calls/{ACall.Id}/prompts/g1-{number:D4}.wav"
        );
}
