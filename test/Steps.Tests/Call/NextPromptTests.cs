using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

public sealed class NextPromptTests : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private const string StateMachineArn = "arn:aws:states:eu-west-2:111122223333:stateMachine:call";

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public NextPromptTests() =>
        Write(CallFile.Call, new CallDescription { ContactId = ACall.ContactId, StreamArn = ACall.StreamArn });

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
    }

    private NextPromptFunction Function(string? bucket = ACall.Bucket, string? stateMachineArn = StateMachineArn) =>
        new(_s3, _stepFunctions, _time, bucket, stateMachineArn, "eu-west-2");

    private Task<NextPromptAnswer> AskAsync(JsonNode? input = null, double seconds = 8) =>
        Function().NextPrompt((input ?? ACall.Envelope()).Element(), ACall.Context(seconds));

    /// <summary>Asks again and again, as the flow does, until there is an answer other than to wait.</summary>
    private async Task<(NextPromptAnswer Answer, TimeSpan After)> LoopAsync(TimeSpan limit)
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

    private void Write<T>(JsonFile<T> file, T value) =>
        _s3.Seed(ACall.Key(file.Name), JsonSerializer.Serialize(value, file.Shape));

    private void WritePlaylist(int prompts, FlowStep next = FlowStep.Wait, int dropped = 0) =>
        Write(
            CallFile.Playlist,
            new Playlist(
                1,
                [.. Enumerable.Range(1, prompts).Select(n => new Prompt(n, CallFolder.PromptFile(1, n), 900))],
                dropped,
                next
            )
        );

    private void WriteOutcome(FlowStep next, CallEnding ending = CallEnding.CallerHungUp) =>
        Write(CallFile.Outcome, new OutcomeRecord(ACall.ContactId, new CallOutcome(ending, next), _time.GetUtcNow()));

    private int HandedOut() => Heard().HandedOut;

    private Progress Heard() =>
        JsonSerializer.Deserialize(_s3.Text(ACall.Key("progress.json"))!, CallFile.Progress.Shape)!;

    private static NextPromptAnswer Play(int number) =>
        NextPromptAnswer.Play(
            $"https://calls-bucket.s3.eu-west-2.amazonaws.com/calls/{ACall.Id}/prompts/g1-{number:D4}.wav"
        );

    [Fact]
    public async Task Prompts_are_handed_out_one_by_one_in_order()
    {
        WritePlaylist(2);

        (await AskAsync()).ShouldBe(Play(1));
        HandedOut().ShouldBe(1);
        (await AskAsync()).ShouldBe(Play(2));
        HandedOut().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_caller_spoke_over_is_not_played()
    {
        WritePlaylist(4, dropped: 3);

        (await AskAsync()).ShouldBe(Play(4));
    }

    [Fact]
    public async Task Prompts_that_were_passed_over_are_noted_as_never_heard()
    {
        WritePlaylist(1);
        (await AskAsync()).ShouldBe(Play(1));
        WritePlaylist(4, dropped: 3);
        (await AskAsync()).ShouldBe(Play(4));
        WritePlaylist(5, dropped: 3);
        (await AskAsync()).ShouldBe(Play(5));

        var heard = Heard();
        heard.Skipped.ShouldBe([new SkippedPrompts(2, 3)]);
        Enumerable.Range(1, 6).Where(heard.WasHandedOut).ShouldBe([1, 4, 5]);
    }

    [Fact]
    public async Task A_prompt_that_comes_while_the_flow_waits_is_handed_out_at_the_next_look()
    {
        var asking = AskAsync();
        _time.Advance(s_look * 20);
        asking.IsCompleted.ShouldBeFalse();

        WritePlaylist(1);
        _time.Advance(s_look);

        asking.IsCompletedSuccessfully.ShouldBeTrue();
        (await asking).ShouldBe(Play(1));
    }

    [Fact]
    public async Task With_nothing_to_do_the_flow_is_held_for_six_and_a_half_seconds_and_asked_to_come_again()
    {
        WritePlaylist(0);
        var asking = AskAsync();

        for (var looks = 0; looks < 64; looks++)
        {
            _time.Advance(s_look);
        }

        asking.IsCompleted.ShouldBeFalse();
        _time.Advance(s_look);

        asking.IsCompletedSuccessfully.ShouldBeTrue();
        (await asking).Action.ShouldBe(FlowStep.Wait);
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public async Task The_answer_comes_before_the_functions_own_time_is_up(double seconds, int looks)
    {
        WritePlaylist(0);
        var asking = AskAsync(seconds: seconds);

        for (var look = 0; look < looks; look++)
        {
            asking.IsCompleted.ShouldBeFalse();
            _time.Advance(s_look);
        }

        (await asking).Action.ShouldBe(FlowStep.Wait);
    }

    [Fact]
    public async Task The_outcome_is_looked_for_once_a_second_and_the_playlist_ten_times()
    {
        WritePlaylist(0);
        var asking = AskAsync();
        for (var looks = 0; looks < 30; looks++)
        {
            _time.Advance(s_look);
        }

        int Gets(string file) => _s3.Calls.Count(call => call.Key == ACall.Key(file));
        Gets("outcome.json").ShouldBe(4);
        Gets("playlist.json").ShouldBe(31);
        Gets("progress.json").ShouldBe(1);
        WriteOutcome(FlowStep.End);
        _time.Advance(s_look * 10);
        (await asking).Action.ShouldBe(FlowStep.End);
    }

    [Theory]
    [InlineData(FlowStep.Transfer)]
    [InlineData(FlowStep.End)]
    public async Task When_all_is_played_the_playlist_says_what_is_next(FlowStep next)
    {
        WritePlaylist(1, next);

        (await AskAsync()).ShouldBe(Play(1));
        (await AskAsync()).Action.ShouldBe(next);
    }

    [Fact]
    public async Task A_text_is_handed_out_in_its_place_among_the_prompts()
    {
        Prompt[] prompts =
        [
            new(1, CallFolder.PromptFile(1, 1), 900),
            Prompt.Saying(2, "One moment please.", 1200),
            new(3, CallFolder.PromptFile(1, 3), 900),
        ];
        Write(CallFile.Playlist, new Playlist(1, prompts, 0, FlowStep.Wait));

        (await AskAsync()).ShouldBe(Play(1));
        (await AskAsync()).ShouldBe(NextPromptAnswer.Say("One moment please."));
        HandedOut().ShouldBe(2);
        (await AskAsync()).ShouldBe(Play(3));
    }

    [Fact]
    public async Task A_transfer_that_the_agent_asked_for_says_to_whom_and_what_about()
    {
        var target = new TransferTarget("arn:aws:connect:::queue/cars", "A car in Boston on Friday.");
        Write(CallFile.Playlist, new Playlist(1, [], 0, FlowStep.Transfer, target));

        (await AskAsync()).ShouldBe(NextPromptAnswer.Transfer(target));
    }

    [Theory]
    [InlineData(FlowStep.Transfer)]
    [InlineData(FlowStep.End)]
    public async Task A_call_without_a_playlist_ends_as_its_outcome_says(FlowStep next)
    {
        WriteOutcome(next, CallEnding.Failed);

        (await AskAsync()).Action.ShouldBe(next);
    }

    [Fact]
    public async Task The_agents_last_words_are_played_though_the_outcome_is_there_already()
    {
        WritePlaylist(0);
        _s3.Before = call =>
        {
            // Between the look at the playlist and the look at the outcome the bridge ends the call.
            if (call.Key == ACall.Key("outcome.json"))
            {
                WritePlaylist(1, FlowStep.End);
                WriteOutcome(FlowStep.End);
            }
        };

        (await AskAsync()).ShouldBe(Play(1));
    }

    [Fact]
    public async Task A_call_that_was_never_started_is_handed_to_a_person_at_once()
    {
        var unknown = ACall.Envelope();
        unknown["Details"]!["ContactData"]!["ContactId"] = "00000000-0000-4000-8000-000000000000";

        (await AskAsync(unknown)).Action.ShouldBe(FlowStep.Transfer);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"ContactId":"test"}""")]
    [InlineData("""{"Details":{"ContactData":{"ContactId":7}}}""")]
    [InlineData("""{"Details":{"ContactData":{"ContactId":"\ud800"}}}""")]
    public async Task An_input_without_a_contact_is_handed_to_a_person(string input)
    {
        using var document = JsonDocument.Parse(input);

        var answer = await Function().NextPrompt(document.RootElement, ACall.Context());

        answer.Action.ShouldBe(FlowStep.Transfer);
    }

    [Fact]
    public async Task The_bare_input_works_too()
    {
        WritePlaylist(1);

        (await AskAsync(new JsonObject { ["ContactId"] = ACall.Id })).ShouldBe(Play(1));
    }

    [Fact]
    public async Task Two_askers_at_once_never_get_the_same_prompt()
    {
        WritePlaylist(2);
        NextPromptAnswer? other = null;
        var raced = false;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && !raced)
            {
                raced = true;
                _time.Advance(TimeSpan.FromMilliseconds(1));
                other = AskAsync().GetAwaiter().GetResult();
            }
        };

        var mine = await AskAsync();

        other.ShouldBe(Play(1));
        mine.ShouldBe(Play(2));
        HandedOut().ShouldBe(2);
    }

    [Fact]
    public async Task A_prompt_whose_note_arrived_but_whose_receipt_was_lost_is_still_played()
    {
        WritePlaylist(2);
        var lost = false;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && !lost)
            {
                lost = true;
                // The put lands at S3, and the connection breaks before the answer is back.
                Write(CallFile.Progress, new Progress(1, _time.GetUtcNow()));
                throw new HttpRequestException("The connection was cut.");
            }
        };

        var asking = AskAsync();
        _time.Advance(s_look);

        (await asking).ShouldBe(Play(1));
        HandedOut().ShouldBe(1);
    }

    [Fact]
    public async Task A_stumble_of_S3_is_not_heard()
    {
        WritePlaylist(1);
        _s3.Before = _ => throw InMemoryS3.Error("SlowDown", HttpStatusCode.ServiceUnavailable);
        var asking = AskAsync();
        _time.Advance(s_look * 5);
        asking.IsCompleted.ShouldBeFalse();

        _s3.Before = static _ => { };
        _time.Advance(s_look);

        (await asking).ShouldBe(Play(1));
    }

    [Fact]
    public async Task An_S3_that_stays_away_hands_the_caller_to_a_person()
    {
        _s3.Before = _ => throw InMemoryS3.Error("SlowDown", HttpStatusCode.ServiceUnavailable);
        var asking = AskAsync();

        for (var looks = 0; looks < 65; looks++)
        {
            _time.Advance(s_look);
        }

        (await asking).Action.ShouldBe(FlowStep.Transfer);
    }

    [Fact]
    public async Task A_refusal_of_S3_hands_the_caller_to_a_person_at_once()
    {
        _s3.Before = _ => throw InMemoryS3.Error("AccessDenied", HttpStatusCode.Forbidden);

        (await AskAsync()).Action.ShouldBe(FlowStep.Transfer);
    }

    [Fact]
    public async Task A_playlist_that_cannot_be_read_hands_the_caller_to_a_person()
    {
        _s3.Seed(ACall.Key("playlist.json"), "not json");

        (await AskAsync()).Action.ShouldBe(FlowStep.Transfer);
    }

    [Theory]
    [InlineData(null, StateMachineArn, "CALL_BUCKET")]
    [InlineData(ACall.Bucket, null, "CALL_STATE_MACHINE_ARN")]
    public async Task A_function_without_settings_hands_the_caller_to_a_person_and_logs_which_one_is_missing(
        string? bucket,
        string? stateMachineArn,
        string missing
    )
    {
        var context = ACall.Context();

        var answer = await Function(bucket, stateMachineArn).NextPrompt(ACall.Envelope().Element(), context);

        answer.Action.ShouldBe(FlowStep.Transfer);
        ACall.Logged(context).ShouldContain(missing);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("ABORTED")]
    [InlineData("TIMED_OUT")]
    [InlineData("SUCCEEDED")]
    public async Task An_execution_that_ended_without_an_outcome_hands_the_caller_to_a_person_within_half_a_minute(
        string status
    )
    {
        WritePlaylist(1);
        (await AskAsync()).ShouldBe(Play(1));
        _stepFunctions.Status = status;

        var (answer, after) = await LoopAsync(TimeSpan.FromMinutes(5));

        answer.Action.ShouldBe(FlowStep.Transfer);
        after.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        _stepFunctions
            .Described[^1]
            .ExecutionArn.ShouldBe($"arn:aws:states:eu-west-2:111122223333:execution:call:{ACall.Id}");
    }

    [Fact]
    public async Task An_execution_that_ended_before_the_agents_first_word_is_known_after_one_hold()
    {
        _stepFunctions.Status = ExecutionStatus.FAILED;

        var (answer, after) = await LoopAsync(TimeSpan.FromMinutes(5));

        answer.Action.ShouldBe(FlowStep.Transfer);
        after.ShouldBeLessThan(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task An_execution_that_nobody_knows_hands_the_caller_to_a_person()
    {
        _stepFunctions.Before = () => throw new ExecutionDoesNotExistException("Execution Does Not Exist");

        (await LoopAsync(TimeSpan.FromMinutes(5))).Answer.Action.ShouldBe(FlowStep.Transfer);
    }

    [Fact]
    public async Task An_execution_that_lives_keeps_a_silent_caller()
    {
        WritePlaylist(0);

        var (answer, after) = await LoopAsync(TimeSpan.FromMinutes(5));

        answer.Action.ShouldBe(FlowStep.Wait);
        after.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Step_Functions_is_not_asked_while_prompts_come()
    {
        WritePlaylist(1);
        (await AskAsync()).ShouldBe(Play(1));

        await LoopAsync(TimeSpan.FromSeconds(13));
        _stepFunctions.Described.ShouldBeEmpty();

        await LoopAsync(TimeSpan.FromSeconds(6));
        _stepFunctions.Described.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_Step_Functions_that_does_not_answer_keeps_the_call()
    {
        WritePlaylist(0);
        _stepFunctions.Status = ExecutionStatus.FAILED;
        _stepFunctions.Before = () => throw new AmazonStepFunctionsException("Rate exceeded");

        (await LoopAsync(TimeSpan.FromMinutes(1))).Answer.Action.ShouldBe(FlowStep.Wait);
    }

    [Fact]
    public async Task What_was_left_just_before_the_end_is_played_and_obeyed()
    {
        WritePlaylist(0);
        _stepFunctions.Status = ExecutionStatus.SUCCEEDED;
        _stepFunctions.Before = () =>
        {
            WritePlaylist(1, FlowStep.End);
            WriteOutcome(FlowStep.End);
        };

        (await LoopAsync(TimeSpan.FromMinutes(1))).Answer.ShouldBe(Play(1));
        (await AskAsync()).Action.ShouldBe(FlowStep.End);
    }

    [Fact]
    public async Task Only_the_progress_is_written()
    {
        WritePlaylist(3, FlowStep.End);
        for (var asked = 0; asked < 4; asked++)
        {
            await AskAsync();
        }

        _s3.Calls.Where(call => call.Operation == "PutObject")
            .Select(call => call.Key)
            .Distinct()
            .ShouldBe([ACall.Key("progress.json")]);
    }
}
