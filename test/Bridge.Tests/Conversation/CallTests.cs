using System.Buffers;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

public sealed class CallTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Call_from_the_first_word_to_the_report()
    {
        using var call = new ACall();
        var running = call.Begin();
        await call.CallersVoice.WriteAsync(
            new ReadOnlySequence<byte>([1, 2, 3, 4]),
            new BlockPosition("1", 0),
            CancellationToken.None
        );
        call.Vitals.Phase.ShouldBe(CallPhase.Conversing);
        call.Time.Advance(4 * Second);
        await call.Model.SayAsync(ModelSays.Caller("Hello."));
        await call.Model.SayAsync([ModelSays.VoiceStart(), ModelSays.Voice(100), ModelSays.End()]);
        await call.Model.SayAsync(ModelSays.Final("Good morning."));
        call.HangUp();
        var end = await running;

        end.Outcome.ShouldBe(new CallOutcome(CallEnding.CallerHungUp, FlowStep.End, "No more fragments."));
        call.Execution.Outcome.ShouldBe(end.Outcome);
        call.Agent.Told.ShouldBe(["speak 1600", "end turn", "finish End"]);
        call.Transcript.ShouldBe([
            new TranscriptLine(Speaker.Caller, "Hello.", 4 * Second),
            new TranscriptLine(Speaker.Agent, "Good morning.", 4 * Second),
        ]);
        call.Model.Heard.ShouldBe([1, 2, 3, 4]);
        call.Model.ToldGoodbye.ShouldBeTrue();
        call.Model.Aborted.ShouldBeFalse();
        call.Vitals.Phase.ShouldBe(CallPhase.Ended);
    }

    [Fact]
    public async Task Turns_are_told_with_what_the_caller_waited_and_how_often_he_spoke_over_the_agent()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.Turns.CallerSpoke();
        call.Time.Advance(2 * Second);
        await call.Model.SayAsync(ModelSays.Caller("Hello."));
        await call.Model.SayAsync([ModelSays.VoiceStart(), ModelSays.Voice(100)]);
        await call.Model.SayAsync([ModelSays.Interrupted()]);
        call.HangUp();
        await running;

        var turn = call.TurnsTold.ShouldHaveSingleItem();
        turn.ModelLatency.ShouldBe(2 * Second);
        turn.Interruptions.ShouldBe(1);
    }

    [Fact]
    public async Task Model_that_fails_hands_the_caller_to_a_person()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.Model.End(SonicEndKind.TimedOut);
        (await running).Outcome.ShouldBe(
            new CallOutcome(CallEnding.Failed, FlowStep.Transfer, "The model ended: TimedOut.")
        );
        call.Agent.Told.ShouldBe(["finish Transfer"]);
    }

    [Fact]
    public async Task Voice_that_cannot_be_read_hands_the_caller_to_a_person()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.LoseTheCaller(new IOException("The stream does not exist."));
        var outcome = (await running).Outcome;
        outcome.Next.ShouldBe(FlowStep.Transfer);
        outcome.Detail!.ShouldContain("The stream does not exist.");
    }

    [Fact]
    public async Task Voice_that_cannot_be_brought_to_the_caller_hands_the_caller_to_a_person()
    {
        using var call = new ACall
        {
            Agent = new ScriptedAgent { OnSpeak = _ => throw new IOException("Access to the bucket is denied.") },
        };
        var running = call.Begin();
        await call.Model.SayAsync([ModelSays.VoiceStart(), ModelSays.Voice(20)]);
        var outcome = (await running).Outcome;
        outcome.Next.ShouldBe(FlowStep.Transfer);
        outcome.Detail!.ShouldContain("Access to the bucket is denied.");
    }

    [Fact]
    public async Task Silence_ends_the_call()
    {
        using var call = new ACall();
        var running = call.Begin();
        await call.Model.SayAsync(new SonicEvent.CompletionStart());
        call.Time.Advance(call.Limits.Silence);
        (await running).Outcome.Ending.ShouldBe(CallEnding.CallerSilent);
    }

    [Fact]
    public async Task Heart_beats_at_once_and_then_in_its_rhythm()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.Execution.Heartbeats.ShouldBe(1);
        for (var beats = 2; beats < 6; beats++)
        {
            call.Time.Advance(call.Limits.Heartbeat);
            call.Execution.Heartbeats.ShouldBe(beats);
        }

        call.HangUp();
        await running;
    }

    [Fact]
    public async Task Lost_heartbeats_do_not_end_the_call_and_show_in_its_vitals()
    {
        using var call = new ACall();
        call.Execution.Reachable = false;
        var running = call.Begin();
        call.Time.Advance(4 * call.Limits.Heartbeat);
        call.Vitals.SinceHeartbeat.ShouldBe(4 * call.Limits.Heartbeat);
        call.Execution.Reachable = true;
        call.Time.Advance(call.Limits.Heartbeat);
        call.Vitals.SinceHeartbeat.ShouldBe(TimeSpan.Zero);
        running.IsCompleted.ShouldBeFalse();
        call.HangUp();
        await running;
    }

    [Fact]
    public async Task Execution_that_no_longer_waits_ends_the_call_without_a_report()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.Execution.Waits = false;
        call.Time.Advance(call.Limits.Heartbeat);
        // Until then another bridge might take its place.
        for (var waited = TimeSpan.Zero; waited <= call.Limits.Orphaned; waited += Second)
        {
            call.Time.Advance(Second);
        }

        (await running).Farewell.ShouldBe(Farewell.Unreported);
        call.Execution.Outcome.ShouldBeNull();
        call.Transcript.ShouldNotBeNull();
        call.Agent.Told.ShouldBe(["finish Transfer"]);
    }

    [Fact]
    public async Task Bridge_whose_token_was_given_to_another_stops_without_a_trace()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.Execution.Waits = false;
        call.Superseded = true;
        call.Time.Advance(call.Limits.Heartbeat);
        (await running).Farewell.ShouldBe(Farewell.Untouched);
        AssertUntouched(call);
        call.Agent.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bridge_that_loses_its_playlist_to_another_stops_without_a_trace()
    {
        using var call = new ACall { Agent = new ScriptedAgent { OnSpeak = _ => throw new SupersededException() } };
        var running = call.Begin();
        await call.Model.SayAsync([ModelSays.VoiceStart(), ModelSays.Voice(20)]);
        (await running).Farewell.ShouldBe(Farewell.Untouched);
        AssertUntouched(call);
    }

    [Fact]
    public async Task Bridge_that_loses_its_playlist_at_the_very_end_does_not_report()
    {
        using var call = new ACall { Agent = new ScriptedAgent { OnFinish = _ => throw new SupersededException() } };
        var running = call.Begin();
        call.HangUp();
        (await running).Farewell.ShouldBe(Farewell.Untouched);
        AssertUntouched(call);
    }

    [Fact]
    public async Task Last_words_after_the_goodbye_are_in_the_transcript()
    {
        using var call = new ACall
        {
            Model = new ScriptedModel { IsPolite = false },
            Agent = new ScriptedAgent(),
        };
        var running = call.Begin();
        call.HangUp();
        await call.Agent.Finishing;
        await call.Model.SayAsync(ModelSays.Final("Goodbye."));
        call.Model.End(SonicEndKind.Closed);
        await running;
        call.Transcript!.ShouldHaveSingleItem().Text.ShouldBe("Goodbye.");
    }

    [Fact]
    public async Task Model_that_does_not_end_is_broken_off()
    {
        using var call = new ACall { Model = new ScriptedModel { IsPolite = false } };
        var running = call.Begin();
        call.HangUp();
        await call.Agent.Finishing;
        call.Time.Advance(call.Limits.ModelGoodbye);
        await running;
        call.Model.Aborted.ShouldBeTrue();
        call.Execution.Outcome.ShouldNotBeNull();
    }

    [Fact]
    public async Task Playlist_that_hangs_at_the_end_is_left_behind()
    {
        using var call = new ACall { Agent = new ScriptedAgent { OnFinish = _ => new TaskCompletionSource().Task } };
        var running = call.Begin();
        call.HangUp();
        await call.Agent.Finishing;
        call.Time.Advance(call.Limits.Step);
        await running;
        call.Execution.Outcome!.Ending.ShouldBe(CallEnding.CallerHungUp);
    }

    [Fact]
    public async Task Voice_that_hangs_does_not_hold_up_the_end()
    {
        using var call = new ACall(new VirtualLoop())
        {
            Agent = new ScriptedAgent { OnSpeak = token => Task.Delay(Timeout.Infinite, token) },
        };
        var running = call.Begin();
        var speaking = call.Do(() => call.Model.SayAsync([ModelSays.VoiceStart(), ModelSays.Voice(20)]));
        await call.Agent.Speaking;
        call.HangUp();

        call.Finish(running).Outcome.Ending.ShouldBe(CallEnding.CallerHungUp);
        await speaking;
    }

    private static void AssertUntouched(ACall call)
    {
        call.Execution.Outcome.ShouldBeNull();
        call.Execution.Failure.ShouldBeNull();
        call.Transcript.ShouldBeNull();
    }
}
