using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.S3;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

public sealed class RecordOutcomeTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private readonly InMemoryS3 _s3 = new();

    public void Dispose() => _s3.Dispose();

    private Task<RecordedOutcome> RecordAsync(string member, string json) =>
        RecordAsync(new JsonObject { ["folder"] = ACall.Folder, [member] = JsonNode.Parse(json) });

    private Task<RecordedOutcome> RecordAsync(JsonNode? input) =>
        new RecordOutcomeFunction(_s3, new FakeTimeProvider(s_now)).RecordOutcome(input.Element(), ACall.Context());

    private OutcomeRecord Stored() =>
        JsonSerializer.Deserialize(_s3.Text(ACall.Key("outcome.json"))!, CallFile.Outcome.Shape)!;

    [Fact]
    public async Task What_the_bridge_reported_is_recorded()
    {
        var recorded = await RecordAsync(
            "outcome",
            """{"ending":"agentEnded","next":"end","detail":"Said goodbye."}"""
        );

        recorded.ShouldBe(new RecordedOutcome(CallEnding.AgentEnded, FlowStep.End, "Said goodbye."));
        Stored()
            .ShouldBe(
                new OutcomeRecord(
                    ACall.ContactId,
                    new CallOutcome(CallEnding.AgentEnded, FlowStep.End, "Said goodbye."),
                    s_now
                )
            );
    }

    [Fact]
    public async Task What_was_recorded_first_stays()
    {
        await RecordAsync("outcome", """{"ending":"callerHungUp","next":"end"}""");

        var second = await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"late"}""");

        second.ShouldBe(new RecordedOutcome(CallEnding.CallerHungUp, FlowStep.End, ""));
        Stored().Outcome.Ending.ShouldBe(CallEnding.CallerHungUp);
    }

    [Fact]
    public async Task A_call_that_no_bridge_could_end_keeps_what_its_last_checkpoint_holds_as_its_transcript()
    {
        WriteCheckpoint("Hello.");

        await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"The bridge was killed."}""");

        Transcript().Lines.ShouldBe([new TranscriptLine(Speaker.Caller, "Hello.", TimeSpan.FromSeconds(2))]);
        Transcript().ContactId.ShouldBe(ACall.ContactId);
        _s3.Text(ACall.Key("checkpoint.json"))!.ShouldNotContain("Hello.");
    }

    [Fact]
    public async Task A_long_call_that_no_bridge_could_end_keeps_its_chapters_as_its_transcript_and_no_word_in_them()
    {
        SeedChapter(1, "Good morning.");
        SeedChapter(2, "Are you there?");
        // One that a bridge wrote before it was lost, and no checkpoint names.
        SeedChapter(3, "Hello.");
        Write(Left("Hello.") with { Chapters = [Chapter.NameOf(1, 1), Chapter.NameOf(1, 2)] });

        await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"The bridge was killed."}""");
        // The state machine may try it again.
        await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"The bridge was killed."}""");

        Transcript().Lines.Select(line => line.Text).ShouldBe(["Good morning.", "Are you there?", "Hello."]);
        for (var number = 1; number <= 3; number++)
        {
            _s3.Text(ACall.Key(Chapter.NameOf(1, number))).ShouldBe("""{"lines":[]}""");
        }
    }

    [Theory]
    [InlineData("""{"privacy":{"keepTranscript":"none"}}""", null)]
    [InlineData("""{"privacy":{"maskNumbers":true}}""", "My card is ")]
    public async Task Of_a_call_that_no_bridge_could_end_no_more_is_kept_than_its_configuration_allows(
        string configuration,
        string? kept
    )
    {
        WriteCheckpoint("My card is 4111 1111 1111 1111.");
        _s3.Seed(ACall.Key("configuration.json"), configuration);

        await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"The bridge was killed."}""");

        _s3.Text(ACall.Key("checkpoint.json"))!.ShouldNotContain("4111");
        var transcript = _s3.Text(ACall.Key("transcript.json"));
        (transcript is null).ShouldBe(kept is null);
        (transcript ?? "").ShouldContain(kept ?? "");
        (transcript ?? "").ShouldNotContain("4111");
    }

    [Fact]
    public async Task A_transcript_that_the_bridge_has_written_stays()
    {
        WriteCheckpoint("Hello.");
        _s3.Seed(ACall.Key("transcript.json"), $$"""{"contactId":"{{ACall.Id}}","lines":[]}""");

        await RecordAsync("outcome", """{"ending":"callerHungUp","next":"end"}""");

        Transcript().Lines.ShouldBeEmpty();
        _s3.Text(ACall.Key("checkpoint.json"))!.ShouldNotContain("Hello.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bridge_cannot_put_words_there_once_the_outcome_is_recorded(bool hasCheckpoint)
    {
        var store = new CallStore(_s3, CallFolder.Parse(ACall.Folder));
        string? etag = null;
        if (hasCheckpoint)
        {
            WriteCheckpoint();
            etag = (await store.ReadAsync(CallFile.Checkpoint, TestContext.Current.CancellationToken))!.ETag;
        }

        await RecordAsync("outcome", """{"ending":"callerHungUp","next":"end"}""");

        var late = Left("Hello.");
        (
            await store.TryWriteAsync(CallFile.Checkpoint, late, etag, TestContext.Current.CancellationToken)
        ).ShouldBeNull();
        _s3.Text(ACall.Key("transcript.json")).ShouldBeNull();
    }

    [Fact]
    public async Task Words_that_a_bridge_puts_there_meanwhile_are_kept_in_the_transcript_alone()
    {
        WriteCheckpoint("Hello.");
        var raced = false;
        _s3.Before = call =>
        {
            if (!raced && call.Operation == "PutObject" && call.Key == ACall.Key("checkpoint.json"))
            {
                raced = true;
                WriteCheckpoint("Hello.", "Anybody?");
            }
        };

        await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"The bridge was killed."}""");

        raced.ShouldBeTrue();
        Transcript().Lines.Select(line => line.Text).ShouldBe(["Hello.", "Anybody?"]);
        _s3.Text(ACall.Key("checkpoint.json"))!.ShouldNotContain("Hello.");
    }

    [Fact]
    public async Task No_word_of_a_promised_transfer_stays_in_the_checkpoint()
    {
        var promised = new PromisedEnding(CallEnding.TransferRequested, new TransferTarget(Summary: "Wants a van."));
        Write(Left("A person.") with { Promised = promised });

        await RecordAsync("outcome", """{"ending":"transferRequested","next":"transfer"}""");

        _s3.Text(ACall.Key("checkpoint.json"))!.ShouldNotContain("van");
    }

    [Fact]
    public async Task A_checkpoint_that_changes_without_end_is_left_to_the_state_machines_next_try()
    {
        var puts = 0;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && call.Key == ACall.Key("checkpoint.json"))
            {
                WriteCheckpoint($"Hello {++puts}.");
            }
        };

        var error = await Should.ThrowAsync<IOException>(() =>
            RecordAsync("outcome", """{"ending":"callerHungUp","next":"end"}""")
        );

        error.Message.ShouldContain("checkpoint.json");
        puts.ShouldBe(5);
    }

    private Transcript Transcript() =>
        JsonSerializer.Deserialize(_s3.Text(ACall.Key("transcript.json"))!, CallFile.Transcript.Shape)!;

    private void SeedChapter(int number, string words)
    {
        var name = Chapter.NameOf(1, number);
        _s3.Seed(ACall.Key(name), JsonSerializer.Serialize(new Chapter(Left(words).Lines), Chapter.File(name).Shape));
    }

    private void WriteCheckpoint(params string[] words) => Write(Left(words));

    private void Write(Checkpoint checkpoint) =>
        _s3.Seed(ACall.Key("checkpoint.json"), JsonSerializer.Serialize(checkpoint, CallFile.Checkpoint.Shape));

    private static Checkpoint Left(params string[] words) =>
        new()
        {
            Generation = 1,
            Since = s_now.AddMinutes(-2),
            At = s_now.AddMinutes(-1),
            StartedAt = s_now.AddMinutes(-2),
            Lines = [.. words.Select(text => new TranscriptLine(Speaker.Caller, text, TimeSpan.FromSeconds(2)))],
        };

    [Fact]
    public async Task A_failure_hands_the_caller_to_a_person_and_says_why()
    {
        var recorded = await RecordAsync("failure", """{"Error":"BridgeStopped","Cause":"The bridge was killed."}""");

        recorded.ShouldBe(
            new RecordedOutcome(CallEnding.Failed, FlowStep.Transfer, "BridgeStopped: The bridge was killed.")
        );
    }

    [Theory]
    [InlineData("""{"Error":"States.HeartbeatTimeout"}""", "no sign of life")]
    [InlineData("""{"Error":"States.Timeout","Cause":""}""", "no sign of life")]
    [InlineData(
        """{"Error":"BridgeFailed","Cause":"The model refused the session."}""",
        "The model refused the session."
    )]
    [InlineData(
        """{"Error":"BridgeHasNoRoom","Cause":"{\"errorType\":\"BridgeHasNoRoom\",\"errorMessage\":\"ECS placed no task: RESOURCE:MEMORY.\",\"stackTrace\":[\"at X\"]}"}""",
        "BridgeHasNoRoom: ECS placed no task: RESOURCE:MEMORY."
    )]
    [InlineData("""{"Error":"X","Cause":"{not json"}""", "{not json")]
    [InlineData("""{"Error":"X"}""", "no cause was given")]
    [InlineData("{}", "Unknown")]
    public async Task A_cause_is_made_readable(string failure, string expected)
    {
        var recorded = await RecordAsync("failure", failure);

        recorded.Detail.ShouldContain(expected);
        recorded.Detail.ShouldNotContain("stackTrace");
    }

    [Theory]
    [InlineData("""{"ending":"ended oddly","next":"end"}""")]
    [InlineData("""{"ending":"agentEnded","next":7.5}""")]
    [InlineData("\"agentEnded\"")]
    [InlineData("null")]
    public async Task An_outcome_that_cannot_be_read_is_recorded_as_a_failure(string outcome) =>
        (await RecordAsync("outcome", outcome)).ShouldSatisfyAllConditions(
            recorded => recorded.Ending.ShouldBe(CallEnding.Failed),
            recorded => recorded.Next.ShouldBe(FlowStep.Transfer),
            recorded => recorded.Detail.ShouldNotBeEmpty()
        );

    [Theory]
    [InlineData("wait")]
    [InlineData("play")]
    public async Task After_the_end_the_flow_can_only_end_or_transfer(string next) =>
        (await RecordAsync("outcome", $$"""{"ending":"callerSilent","next":"{{next}}"}""")).Next.ShouldBe(
            FlowStep.Transfer
        );

    [Fact]
    public async Task An_input_without_a_folder_is_an_error_that_says_so()
    {
        var error = await Should.ThrowAsync<FormatException>(() => RecordAsync(new JsonObject()));

        error.Message.ShouldContain("s3://bucket/calls/");
    }

    [Fact]
    public async Task A_write_that_fails_is_left_to_the_state_machines_next_try()
    {
        _s3.Before = _ => throw InMemoryS3.Error("SlowDown", HttpStatusCode.ServiceUnavailable);

        await Should.ThrowAsync<AmazonS3Exception>(() =>
            RecordAsync("outcome", """{"ending":"callerHungUp","next":"end"}""")
        );
    }

    [Fact]
    public void A_cause_never_outgrows_the_record() =>
        Gen.Select(Gen.String[0, 2000], Gen.String[0, 40_000])
            .Sample(
                (error, cause) =>
                    FailureCause.Explain(new JsonObject { ["Error"] = error, ["Cause"] = cause }.Element()).Length
                    <= 1001,
                iter: 200
            );
}
