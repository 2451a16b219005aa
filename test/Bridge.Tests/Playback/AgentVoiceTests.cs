using System.Net;
using Amazon.S3;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Playback;
using SonicBridge.Contracts;
using SonicBridge.Testing;

namespace SonicBridge.Bridge.Tests.Playback;

public sealed class AgentVoiceTests : IDisposable
{
    private static readonly byte[] Phrase = Voice.Of(Voice.Spoken(700), Voice.Pause(200));

    private readonly ACallFolder _call = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prompts_hold_all_that_was_said_in_its_order_however_it_was_handed_over()
    {
        var speech = Voice.Of([
            .. Enumerable.Range(1, 9).SelectMany(i => new[] { Voice.Pause(60 * i, i), Voice.Spoken(300 * i, i) }),
        ]);
        await using var voice = await _call.OpenAsync();
        for (var (at, step) = (0, 1); at < speech.Length; at += step, step = (step * 7 % 5003) + 1)
        {
            await voice.SpeakAsync(speech.AsMemory(at, Math.Min(step, speech.Length - at)), Token);
        }

        await voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        Digest.Of(await _call.SoundAsync()).ShouldBe(Digest.Of(ACallFolder.Encoded(speech)));
        var playlist = await _call.PlaylistAsync();
        playlist.Prompts.Select(p => p.Number).ShouldBe(Enumerable.Range(1, playlist.Prompts.Count));
        playlist.Next.ShouldBe(FlowStep.End);
    }

    [Fact]
    public async Task Prompt_is_listed_while_the_agent_still_speaks()
    {
        await using var voice = await _call.OpenAsync();
        await voice.SpeakAsync(Phrase, Token);
        var playlist = await _call.PlaylistWithAsync(1);
        playlist.ShouldSatisfyAllConditions(
            p => p.Generation.ShouldBe(1),
            p => p.Next.ShouldBe(FlowStep.Wait),
            p => p.Prompts[0].File.ShouldBe("prompts/g1-0001.wav"),
            p => p.Prompts[0].Milliseconds.ShouldBeInRange(700, 800)
        );
    }

    [Fact]
    public async Task Turn_that_ends_is_played_to_its_last_sample()
    {
        await using var voice = await _call.OpenAsync();
        var words = Voice.Spoken(130);
        await voice.SpeakAsync(words, Token);
        await voice.EndTurnAsync(Token);
        await _call.PlaylistWithAsync(1);
        Digest.Of(await _call.SoundAsync()).ShouldBe(Digest.Of(ACallFolder.Encoded(words)));
    }

    [Fact]
    public async Task Silence_at_the_end_of_a_turn_is_no_prompt()
    {
        await using var voice = await _call.OpenAsync();
        await voice.SpeakAsync(Voice.Of(Voice.Spoken(700), Voice.Pause(400)), Token);
        await voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        (await _call.PlaylistAsync()).Prompts.ShouldHaveSingleItem().Milliseconds.ShouldBeInRange(700, 800);
    }

    [Fact]
    public async Task Prompt_that_is_stored_late_holds_back_those_after_it()
    {
        _call.HoldBack(1);
        await using var voice = await _call.OpenAsync();
        await SayAsync(voice, 3);
        await Task.WhenAll(_call.Arrival(1), _call.Arrival(2), _call.Arrival(3));
        (await _call.PlaylistAsync()).Prompts.ShouldBeEmpty();

        _call.Release();
        var playlist = await _call.PlaylistWithAsync(3);
        playlist.Prompts.Select(p => p.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Interruption_voids_listed_stored_and_unsaid_prompts_by_one_put()
    {
        _call.HoldBack(3);
        await using var voice = await _call.OpenAsync();
        await SayAsync(voice, 3);
        await _call.PlaylistWithAsync(2);
        await voice.SpeakAsync(Voice.Spoken(200), Token);
        var putsBefore = PutsOfPlaylist();

        await voice.InterruptAsync(Token);
        var playlist = await _call.PlaylistAsync();
        playlist.DroppedThrough.ShouldBe(3);
        playlist.NextAfter(handedOut: 0).ShouldBeNull();
        (PutsOfPlaylist() - putsBefore).ShouldBe(1);
        _call.Events.ShouldContain(e => e.Stage == PromptStage.Void && e.Prompt.Number == 3);

        _call.Release();
        var answer = Voice.Of(Voice.Spoken(600, seed: 9));
        await voice.SpeakAsync(answer, Token);
        await voice.EndTurnAsync(Token);
        playlist = await _call.PlaylistWithAsync(4);
        playlist.NextAfter(handedOut: 1)!.Number.ShouldBe(4);
        Digest.Of(await _call.SoundAsync()).ShouldBe(Digest.Of(ACallFolder.Encoded(answer)));
    }

    [Fact]
    public async Task What_was_dropped_before_it_was_handed_out_was_not_heard()
    {
        const int Each = 300 * 8;
        await using var voice = await _call.OpenAsync();
        await SayAsync(voice, 3);
        await voice.SpeakAsync(Voice.Spoken(300), Token);
        await _call.PlaylistWithAsync(3);
        (await UnheardAsync(voice)).ShouldBe(0);

        await HandOutAsync(1);
        await voice.InterruptAsync(Token);
        (await UnheardAsync(voice)).ShouldBe(3 * Each);

        await SayAsync(voice, 1);
        (await UnheardAsync(voice)).ShouldBe(3 * Each);
        (await UnheardAsync(voice, nothingFollows: true)).ShouldBe(4 * Each);
        await _call.PlaylistWithAsync(4);
        await HandOutAsync(4);
        (await UnheardAsync(voice, nothingFollows: true)).ShouldBe(3 * Each);
    }

    [Fact]
    public async Task How_far_the_flow_has_come_is_looked_at_only_while_what_was_dropped_may_have_been_heard()
    {
        await using var voice = await _call.OpenAsync();
        await SayAsync(voice, 2);
        await _call.PlaylistWithAsync(2);
        var before = Looks();
        await UnheardAsync(voice);
        Looks().ShouldBe(before);

        await voice.InterruptAsync(Token);
        await UnheardAsync(voice);
        Looks().ShouldBe(before + 1);

        await SayAsync(voice, 1);
        await _call.PlaylistWithAsync(3);
        await HandOutAsync(3);
        before = Looks();
        await UnheardAsync(voice);
        await UnheardAsync(voice);
        Looks().ShouldBe(before + 1);

        int Looks() =>
            _call.S3.Calls.Count(call =>
                call.Operation == "GetObject" && call.Key.EndsWith("progress.json", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task End_is_told_only_with_the_last_prompt()
    {
        _call.HoldBack(2);
        await using var voice = await _call.OpenAsync();
        await SayAsync(voice, 2);
        var finish = voice.FinishAsync(CallEnding.TransferRequested, FlowStep.Transfer, null, Token);
        (await _call.PlaylistWithAsync(1)).Next.ShouldBe(FlowStep.Wait);
        finish.IsCompleted.ShouldBeFalse();

        _call.Release();
        await finish;
        (await _call.PlaylistAsync()).ShouldSatisfyAllConditions(
            p => p.Prompts.Count.ShouldBe(2),
            p => p.Next.ShouldBe(FlowStep.Transfer)
        );
    }

    [Fact]
    public async Task A_text_for_Connect_to_say_stands_after_what_was_spoken_before_it()
    {
        await using var voice = await _call.OpenAsync();
        await voice.SpeakAsync(Phrase, Token);
        await voice.SayAsync("One moment please.", Token);
        await SayAsync(voice, 1);

        var playlist = await _call.PlaylistWithAsync(3);
        playlist.Prompts.Select(p => p.Text).ShouldBe([null, "One moment please.", null]);
        playlist.Prompts.Select(p => p.Number).ShouldBe([1, 2, 3]);
        playlist.Prompts[1].Milliseconds.ShouldBe(1200);
    }

    [Fact]
    public async Task Nothing_is_said_after_the_end()
    {
        await using var voice = await _call.OpenAsync();
        await voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        await SayAsync(voice, 2);
        await voice.SayAsync("One moment please.", Token);
        (await _call.PlaylistAsync()).Prompts.ShouldBeEmpty();
        _call.S3.Calls.ShouldNotContain(c => c.Key.EndsWith(".wav", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Next_bridge_continues_the_list_and_the_one_before_it_loses_its_put()
    {
        await using var old = await _call.OpenAsync(generation: 1);
        await SayAsync(old, 2);
        await _call.PlaylistWithAsync(2);

        await using var young = await _call.OpenAsync(generation: 2);
        await SayAsync(young, 1);
        var playlist = await _call.PlaylistWithAsync(3);
        playlist.Generation.ShouldBe(2);
        playlist
            .Prompts.Select(p => p.File)
            .ShouldBe(["prompts/g1-0001.wav", "prompts/g1-0002.wav", "prompts/g2-0003.wav"]);

        await Should.ThrowAsync<SupersededException>(async () =>
        {
            await SayAsync(old, 1);
            await old.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        });
        await Should.ThrowAsync<SupersededException>(async () => await old.SpeakAsync(Phrase, Token));
        await Should.ThrowAsync<SupersededException>(async () => await old.InterruptAsync(Token));
        (await _call.PlaylistAsync()).ShouldBeEquivalentTo(playlist);
    }

    [Theory]
    [InlineData(CallEnding.CallerSilent, FlowStep.End)]
    [InlineData(CallEnding.MaximumLength, FlowStep.End)]
    [InlineData(CallEnding.AgentEnded, FlowStep.End)]
    [InlineData(CallEnding.TransferRequested, FlowStep.Transfer)]
    [InlineData(CallEnding.Failed, FlowStep.Transfer)]
    public async Task Next_bridge_knows_why_the_one_before_it_had_ended_the_call(CallEnding ending, FlowStep next)
    {
        await using var old = await _call.OpenAsync(generation: 1);
        old.Decided.ShouldBeNull();
        (await _call.PlaylistAsync()).Ending.ShouldBeNull();
        await SayAsync(old, 1);
        await old.FinishAsync(ending, next, null, Token);
        (await _call.PlaylistAsync()).Ending.ShouldBe(ending);

        await using var young = await _call.OpenAsync(generation: 2);

        young.Decided.ShouldNotBeNull();
        (young.Decided.Ending, young.Decided.Next).ShouldBe((ending, next));
    }

    [Theory]
    [InlineData(FlowStep.End, CallEnding.AgentEnded)]
    [InlineData(FlowStep.Transfer, CallEnding.TransferRequested)]
    public async Task Playlist_that_does_not_say_why_ended_by_the_agents_wish(FlowStep next, CallEnding ending)
    {
        await _call.Store.WriteAsync(CallFile.Playlist, new Playlist(1, [], 0, next), Token);

        await using var voice = await _call.OpenAsync(generation: 2);

        voice.Decided!.Ending.ShouldBe(ending);
    }

    [Fact]
    public async Task Bridge_that_was_given_up_before_it_began_does_not_begin()
    {
        await using var young = await _call.OpenAsync(generation: 3);
        await Should.ThrowAsync<SupersededException>(() => _call.OpenAsync(generation: 2));
        await Should.ThrowAsync<SupersededException>(() => _call.OpenAsync(generation: 1));
    }

    [Fact]
    public async Task Numbers_go_on_after_what_the_flow_was_given_even_where_the_list_is_shorter()
    {
        await _call.Store.WriteAsync(CallFile.Playlist, new Playlist(1, [], 4, FlowStep.Wait), Token);
        await _call.Store.WriteAsync(CallFile.Progress, new Progress(6, DateTimeOffset.UnixEpoch), Token);
        await using var voice = await _call.OpenAsync(generation: 2);
        await SayAsync(voice, 1);
        (await _call.PlaylistWithAsync(7)).Prompts[0].File.ShouldBe("prompts/g2-0007.wav");
    }

    [Fact]
    public async Task Put_that_was_sent_twice_because_its_answer_was_lost_supersedes_nobody()
    {
        await using var voice = await _call.OpenAsync();
        var before = _call.S3.Before;
        var answered = false;
        _call.S3.Before = call =>
        {
            before(call);
            if (
                !answered
                && call.Operation == "PutObject"
                && call.Key.EndsWith("playlist.json", StringComparison.Ordinal)
            )
            {
                answered = true;
                // What the first sending wrote: the same list, under an ETag that the bridge never learned.
                var first = new Playlist(1, [new Prompt(1, "prompts/g1-0001.wav", 500)], 0, FlowStep.Wait);
                _call.Store.WriteAsync(CallFile.Playlist, first, Token).GetAwaiter().GetResult();
            }
        };
        await voice.SpeakAsync(Voice.Spoken(500), Token);
        await voice.EndTurnAsync(Token);
        await _call.PlaylistWithAsync(1);
        await voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        answered.ShouldBeTrue();
        (await _call.PlaylistAsync()).Prompts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task List_stays_short_when_the_flow_has_heard_most_of_it()
    {
        await using var voice = await _call.OpenAsync();
        for (var i = 1; i <= 40; i++)
        {
            await voice.SpeakAsync(Voice.Spoken(100, i), Token);
            await voice.EndTurnAsync(Token);
            var playlist = await _call.PlaylistWithAsync(i);
            playlist.Prompts.Count.ShouldBeLessThanOrEqualTo(12);
            await _call.Store.WriteAsync(CallFile.Progress, new Progress(i, DateTimeOffset.UnixEpoch), Token);
        }
    }

    [Fact]
    public async Task Store_that_fails_is_told_to_who_speaks()
    {
        await using var voice = await _call.OpenAsync();
        _call.S3.Before = call =>
        {
            if (call.Key.EndsWith(".wav", StringComparison.Ordinal))
            {
                throw InMemoryS3.Error("AccessDenied", HttpStatusCode.Forbidden);
            }
        };
        await voice.SpeakAsync(Voice.Spoken(200), Token);
        await voice.EndTurnAsync(Token);
        await Should.ThrowAsync<AmazonS3Exception>(() =>
            voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token)
        );
    }

    [Fact]
    public async Task Each_prompt_is_told_when_it_is_cut_and_when_it_is_playable()
    {
        await using var voice = await _call.OpenAsync();
        await SayAsync(voice, 2);
        await voice.FinishAsync(CallEnding.AgentEnded, FlowStep.End, null, Token);
        _call
            .Events.Where(e => e.Prompt.Number == 1)
            .Select(e => e.Stage)
            .ShouldBe([PromptStage.Cut, PromptStage.Playable]);
    }

    [Fact]
    public async Task Speaking_allocates_nothing_between_two_cuts()
    {
        await using var voice = await _call.OpenAsync();
        var block = Voice.Spoken(20);
        await voice.SpeakAsync(block, Token);
        var waited = false;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            waited |= !voice.SpeakAsync(block, CancellationToken.None).AsTask().IsCompletedSuccessfully;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        waited.ShouldBeFalse();
    }

    public void Dispose() => _call.Dispose();

    /// <summary>Says so many turns, each of which is one prompt.</summary>
    private static async Task<long> UnheardAsync(AgentVoice voice, bool nothingFollows = false) =>
        (await voice.UnheardAsync(nothingFollows, Token)).Sum(range => range.Length);

    private async Task HandOutAsync(int number)
    {
        var before = await _call.Store.ReadAsync(CallFile.Progress, Token);
        var after = Progress.After(before?.Value, number, DateTimeOffset.UnixEpoch);
        await _call.Store.WriteAsync(CallFile.Progress, after, Token);
    }

    private static async Task SayAsync(AgentVoice voice, int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            await voice.SpeakAsync(Voice.Spoken(300, i + 1), Token);
            await voice.EndTurnAsync(Token);
        }
    }

    private int PutsOfPlaylist() =>
        _call.S3.Calls.Count(c =>
            c.Operation == "PutObject" && c.Key.EndsWith("playlist.json", StringComparison.Ordinal)
        );
}
