using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>A bridge that was frozen for so long that its execution has given it up, and that wakes.</summary>
public sealed class OrphanedCallTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task It_hands_nobody_to_a_person_while_the_next_bridge_is_being_launched()
    {
        using var call = new ACall();
        var running = call.Begin();
        call.Execution.Waits = false;
        call.Time.Advance(call.Limits.Heartbeat);
        call.Time.Advance(3 * Second);
        await call.Model.SayAsync([ModelSays.VoiceStart(), ModelSays.Voice(20)]);
        running.IsCompleted.ShouldBeFalse();
        call.Agent.Told.ShouldBe(["speak 320"]);

        call.Superseded = true;
        call.Time.Advance(Second);

        (await running).Farewell.ShouldBe(Farewell.Untouched);
        call.Agent.Told.ShouldBe(["speak 320"]);
        call.Transcript.ShouldBeNull();
        call.Execution.Reports.ShouldBe(0);
    }

    [Fact]
    public async Task It_writes_no_transcript_though_the_playlist_cannot_tell_it_whose_call_this_is()
    {
        using var call = new ACall
        {
            Superseded = true,
            Agent = new ScriptedAgent { OnFinish = _ => throw new IOException("The network is down.") },
        };
        var running = call.Begin();
        call.HangUp();

        (await running).Farewell.ShouldBe(Farewell.Untouched);
        call.Transcript.ShouldBeNull();
        call.Execution.Reports.ShouldBe(0);
    }
}
