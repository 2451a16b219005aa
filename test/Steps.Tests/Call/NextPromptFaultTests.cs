using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>Whatever is missing or fails, the caller is answered.</summary>
public sealed class NextPromptFaultTests : AnAskedCall
{
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
}
