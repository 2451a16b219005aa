using System.Buffers;
using System.Runtime.InteropServices;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

public sealed class CallRelaunchTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static Task SendAsync(ACall call, string fragment, short loudness)
    {
        short[] samples = [.. Enumerable.Range(0, 512).Select(i => i % 2 == 0 ? loudness : (short)-loudness)];
        return call.Do(() =>
            call
                .CallersVoice.WriteAsync(
                    new ReadOnlySequence<byte>(MemoryMarshal.AsBytes<short>(samples).ToArray()),
                    new BlockPosition(fragment, 0),
                    CancellationToken.None
                )
                .AsTask()
        );
    }

    private static Task SayAsync(ACall call, params SonicEvent[] events) => call.Do(() => call.Model.SayAsync(events));

    [Fact]
    public async Task What_was_said_is_written_down_within_a_second_or_two_and_in_silence_every_five()
    {
        using var call = new ACall(new VirtualLoop());
        var running = call.Begin();
        await SayAsync(call, ModelSays.Caller("Hello."));
        call.Until(Second / 4, () => !call.Checkpoints.IsEmpty);
        var spoken = call.Time.GetUtcNow();
        call.Until(Second / 4, () => call.Checkpoints.Count == 2);

        (call.Time.GetUtcNow() - spoken).ShouldBeInRange(4 * Second, 7 * Second);
        call.Checkpoints.ShouldAllBe(checkpoint => checkpoint.Said.Unanswered == "Hello.");
        call.HangUp();
        call.Finish(running);
    }

    [Fact]
    public async Task The_place_to_read_on_from_follows_the_stream_and_waits_for_what_is_not_written_down()
    {
        using var call = new ACall(new VirtualLoop());
        var running = call.Begin();
        foreach (var fragment in Enumerable.Range(1, 6))
        {
            await SendAsync(call, $"{fragment}", fragment < 4 ? (short)10 : (short)4000);
        }

        call.Until(Second / 4, () => !call.Checkpoints.IsEmpty);
        call.Checkpoints.Last().AfterFragment.ShouldBe("2");
        await SendAsync(call, "7", 10);
        await SayAsync(call, ModelSays.Caller("Hello."));
        call.Until(Second / 4, () => call.Checkpoints.Last().AfterFragment == "5");

        call.HangUp();
        call.Finish(running);
    }

    [Fact]
    public async Task Bridge_that_is_told_to_stop_says_so_and_converses_until_another_has_the_call()
    {
        using var call = new ACall(new VirtualLoop());
        var running = call.Begin();
        await SendAsync(call, "1", 10);
        call.Stop();
        call.Until(Second / 4, () => call.Execution.Leavings == 1);
        call.Checkpoints.Last().IsLeaving.ShouldBeTrue();
        var heard = call.Model.Heard.Count;
        await SendAsync(call, "2", 10);
        call.Model.Heard.Count.ShouldBeGreaterThan(heard);
        await SayAsync(call, [ModelSays.VoiceStart(), ModelSays.Voice(20)]);
        call.Agent.Told.ShouldBe(["speak 320"]);
        running.IsCompleted.ShouldBeFalse();

        call.CheckpointIsLost = true;
        heard = call.Model.Heard.Count;
        await Should.ThrowAsync<SupersededException>(() => SendAsync(call, "3", 10));

        call.Finish(running).Farewell.ShouldBe(Farewell.Untouched);
        call.Model.Heard.Count.ShouldBe(heard);
        AssertUntouched(call);
    }

    [Fact]
    public void Bridge_that_nobody_replaces_leaves_after_a_minute_without_a_word_to_the_flow()
    {
        using var call = new ACall(new VirtualLoop());
        var running = call.Begin();
        call.Stop();
        call.Until(Second, () => call.Execution.Leavings == 1);

        call.Finish(running).Farewell.ShouldBe(Farewell.HandedOn);
        AssertUntouched(call);
        call.Agent.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Action_that_hangs_does_not_keep_the_execution_from_being_told()
    {
        using var call = new ACall(new VirtualLoop())
        {
            Agent = new ScriptedAgent { OnSpeak = token => Task.Delay(Timeout.Infinite, token) },
        };
        var running = call.Begin();
        var speaking = SayAsync(call, [ModelSays.VoiceStart(), ModelSays.Voice(20)]);
        await call.Agent.Speaking;
        call.Stop();
        call.Until(Second, () => call.Execution.Leavings == 1);

        call.Finish(running).Outcome.Ending.ShouldBe(CallEnding.BridgeStopped);
        await speaking;
    }

    [Fact]
    public void Zombie_that_wakes_up_in_silence_loses_its_checkpoint_and_leaves_no_trace()
    {
        using var call = new ACall(new VirtualLoop()) { CheckpointIsLost = true };
        var running = call.Begin();

        call.Finish(running).Farewell.ShouldBe(Farewell.Untouched);
        AssertUntouched(call);
        call.Agent.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Connects_word_for_the_end_of_the_contact_ends_the_call_within_five_seconds()
    {
        using var call = new ACall(new VirtualLoop());
        var running = call.Begin();
        call.Time.Advance(Second);
        call.Disconnected = true;
        var hungUp = call.Time.GetUtcNow();
        call.Until(Second / 4, () => call.Vitals.Phase is CallPhase.Closing or CallPhase.Ended);

        (call.Time.GetUtcNow() - hungUp).ShouldBeLessThan(5 * Second);
        var end = call.Finish(running);
        (end.Outcome.Ending, end.Outcome.Next).ShouldBe((CallEnding.CallerHungUp, FlowStep.End));
    }

    [Fact]
    public async Task Transcript_of_a_call_that_was_taken_over_holds_the_whole_call()
    {
        var before = new TranscriptLine(Speaker.Caller, "Hello?", 2 * Second);
        using var call = new ACall(new VirtualLoop())
        {
            Resumed = new Resumption(new Recollection([before], 0), "7", IsAwaited: true),
        };
        var running = call.Begin();
        await SayAsync(call, ModelSays.Final("Good morning."));
        call.HangUp();
        call.Finish(running);

        call.Transcript!.Select(line => line.Text).ShouldBe(["Hello?", "Good morning."]);
    }

    [Theory]
    [InlineData("transfer_to_agent", CallEnding.TransferRequested, FlowStep.Transfer)]
    [InlineData("end_call", CallEnding.AgentEnded, FlowStep.End)]
    public async Task What_the_agent_has_promised_is_kept_by_the_next_bridge(
        string tool,
        CallEnding ending,
        FlowStep next
    )
    {
        Remembered left;
        using (var dying = new ACall(new VirtualLoop()))
        {
            var running = dying.Begin();
            await SayAsync(dying, ModelSays.Caller("A person, please."));
            await SayAsync(dying, new SonicEvent.ToolUse("u1", tool, """{"summary":"Wants a van."}"""));
            await SayAsync(dying, [ModelSays.VoiceStart(), ModelSays.Voice(9000), ModelSays.End()]);
            dying.Until(Second / 4, () => !dying.Checkpoints.IsEmpty);
            left = dying.Checkpoints.Last();
            dying.HangUp();
            dying.Finish(running);
        }

        left.Promised!.Ending.ShouldBe(ending);
        left.Said.Unanswered.ShouldBeNull();
        using var call = new ACall(new VirtualLoop()) { Resumed = Resumption.From(Left(left)) };
        var resumed = call.Begin();
        var since = call.Time.GetUtcNow();
        call.Until(Second / 4, () => call.Vitals.Phase is CallPhase.Closing or CallPhase.Ended);

        (call.Time.GetUtcNow() - since).ShouldBeLessThan(5 * Second);
        var end = call.Finish(resumed);
        (end.Outcome.Ending, end.Outcome.Next).ShouldBe((ending, next));
        call.Execution.Outcome!.Ending.ShouldBe(ending);
        end.Transfer.ShouldBe(next is FlowStep.End ? null : new TransferTarget(Summary: "Wants a van."));
    }

    [Fact]
    public async Task Who_was_to_be_hung_up_on_and_got_no_answer_hears_a_goodbye_first()
    {
        var said = new Recollection([new TranscriptLine(Speaker.Caller, "That is all.", Second)], 0);
        using var call = new ACall(new VirtualLoop())
        {
            Resumed = new Resumption(said, "7", IsAwaited: true)
            {
                Promised = new PromisedEnding(CallEnding.AgentEnded),
            },
        };
        var running = call.Begin();
        call.Time.Advance(Parting.LastWordsBegin + Second);
        await SayAsync(call, [ModelSays.VoiceStart(), ModelSays.Voice(2000), ModelSays.End()]);
        call.Finish(running);

        call.Agent.Told.ShouldBe(["speak 32000", "end turn", "finish End"]);
    }

    [Fact]
    public async Task Request_whose_tool_had_not_answered_is_said_again_whatever_the_agent_said_meanwhile()
    {
        using var call = new ACall(new VirtualLoop());
        var running = call.Begin();
        await SayAsync(call, ModelSays.Caller("Which cars are free?"));
        await SayAsync(call, new SonicEvent.ToolUse("u1", "look_up", "{}"));
        await SayAsync(call, [ModelSays.VoiceStart(), ModelSays.Voice(20), ModelSays.End()]);
        await SayAsync(call, ModelSays.Final("Let me see."));
        var next = await NextAsync(call);
        next.Said.Unanswered.ShouldBe("Which cars are free?");
        next.IsAwaited.ShouldBeTrue();

        call.Do(() =>
        {
            call.Tools.Answer("u1", """{"cars":2}""");
            return true;
        });
        (await NextAsync(call)).Said.Unanswered.ShouldBe("Which cars are free?");

        await SayAsync(call, [ModelSays.VoiceStart("v2"), ModelSays.Voice(20, "v2"), ModelSays.End("v2")]);
        (await NextAsync(call)).Said.Unanswered.ShouldBeNull();
        call.HangUp();
        call.Finish(running);
    }

    // What the bridge would find that takes over from now on.
    private static async Task<Resumption> NextAsync(ACall call)
    {
        var count = call.Checkpoints.Count;
        call.Until(Second / 4, () => call.Checkpoints.Count > count);
        return Resumption.From(Left(call.Checkpoints.Last()));
    }

    private static Checkpoint Left(Remembered remembered) =>
        new()
        {
            Generation = 1,
            Since = DateTimeOffset.UnixEpoch,
            At = DateTimeOffset.UnixEpoch,
            StartedAt = DateTimeOffset.UnixEpoch,
            AfterFragment = "7",
            Lines = remembered.Said.Lines,
            Settled = remembered.Said.Settled,
            Promised = remembered.Promised,
            AwaitsTool = remembered.AwaitsTool,
        };

    private static void AssertUntouched(ACall call)
    {
        call.Execution.Outcome.ShouldBeNull();
        call.Execution.Failure.ShouldBeNull();
        call.Transcript.ShouldBeNull();
    }
}
