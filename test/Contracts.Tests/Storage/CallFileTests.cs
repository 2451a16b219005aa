using System.Text.Json;
using CsCheck;

namespace SonicBridge.Contracts.Tests.Storage;

/// <summary>What one process writes, another reads back the same.</summary>
public sealed class CallFileTests
{
    [Fact]
    public void Call_comes_back_as_it_was_written() => ComesBack(CallFile.Call, AFile.Call);

    [Fact]
    public void Launch_comes_back_as_it_was_written() => ComesBack(CallFile.Launch, AFile.Launch);

    [Fact]
    public void Playlist_comes_back_as_it_was_written() => ComesBack(CallFile.Playlist, AFile.Playlist);

    [Fact]
    public void Progress_comes_back_as_it_was_written() => ComesBack(CallFile.Progress, AFile.Progress);

    [Fact]
    public void Outcome_comes_back_as_it_was_written() => ComesBack(CallFile.Outcome, AFile.Record);

    [Fact]
    public void Transcript_comes_back_as_it_was_written() => ComesBack(CallFile.Transcript, AFile.Transcript);

    [Fact]
    public void Checkpoint_comes_back_as_it_was_written() => ComesBack(CallFile.Checkpoint, AFile.Checkpoint);

    [Fact]
    public void Disconnection_comes_back_as_it_was_written() => ComesBack(CallFile.Disconnected, AFile.Disconnection);

    [Fact]
    public void Files_are_named_by_what_is_in_them() =>
        new[]
        {
            CallFile.Call.Name,
            CallFile.Launch.Name,
            CallFile.Playlist.Name,
            CallFile.Progress.Name,
            CallFile.Transcript.Name,
            CallFile.Outcome.Name,
            CallFile.Checkpoint.Name,
            CallFile.Disconnected.Name,
        }.ShouldBe([
            "call.json",
            "launch.json",
            "playlist.json",
            "progress.json",
            "transcript.json",
            "outcome.json",
            "checkpoint.json",
            "disconnected.json",
        ]);

    [Fact]
    public void Names_on_the_wire_are_in_camel_case_and_what_is_absent_is_left_out() =>
        JsonSerializer
            .Serialize(
                new OutcomeRecord(
                    ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e"),
                    new CallOutcome(CallEnding.CallerHungUp, FlowStep.End),
                    DateTimeOffset.UnixEpoch
                ),
                CallFile.Outcome.Shape
            )
            .ShouldBe(
                """{"contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","outcome":{"ending":"callerHungUp","next":"end"},"recordedAt":"1970-01-01T00:00:00+00:00"}"""
            );

    [Theory]
    [InlineData("""{"contactId":"a","streamArn":"b"}""")]
    [InlineData("""{"streamArn":"b"}""")]
    [InlineData("""{"contactId":7,"streamArn":"b"}""")]
    public void A_call_without_a_contact_id_is_not_read(string json) =>
        Should.Throw<Exception>(() => JsonSerializer.Deserialize(json, CallFile.Call.Shape));

    private static void ComesBack<T>(JsonFile<T> file, Gen<T> values) =>
        values.Sample(value =>
        {
            var written = JsonSerializer.Serialize(value, file.Shape);
            var back = JsonSerializer.Deserialize(written, file.Shape);
            // Lists in records compare by reference, so the text is what is compared.
            JsonSerializer.Serialize(back!, file.Shape).ShouldBe(written);
        });
}
