using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Tests.Call;

public sealed class NextPromptTests : AnAskedCall
{
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
