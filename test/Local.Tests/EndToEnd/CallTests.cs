using System.Runtime.InteropServices;
using SonicBridge.Contracts;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>Real processes in real time: few tests, each worth its seconds.</summary>
public sealed class CallTests
{
    private static Scenario AStranger() => Scenario.OfUnknown(ACall.Sentence.Samples, ScenarioFile.LoadOtherwise());

    [Fact]
    public async Task A_strangers_recording_is_answered_and_heard_sample_for_sample_whatever_breaks_on_the_way()
    {
        await using var call = await ACall.With(
            AStranger(),
            new MediaFault.Cut(2, 1000),
            new MediaFault.SilentEnd(2),
            new MediaFault.Refused("InvalidEndpointException")
        );

        var result = await call.Place();

        result.Flow.ShouldBe(FlowEnding.CallerHungUp);
        result.Outcome!.Ending.ShouldBe(CallEnding.CallerHungUp);
        result.Turns.ShouldBeGreaterThan(0);
        var said = MemoryMarshal.AsBytes<short>(call.Run.Line.Recording.Caller).ToArray();
        var heard = call.Sessions.ShouldHaveSingleItem().HeardAudio;
        // Streaming begins when the flow says so, and its first block is the one then under way.
        said.AsSpan().IndexOf(heard.AsSpan(0, heard.Length)).ShouldBeGreaterThanOrEqualTo(0);
        call.Run.Line.Recording.Agent.ShouldContain(sample => Math.Abs((int)sample) > 3000);
    }
}
