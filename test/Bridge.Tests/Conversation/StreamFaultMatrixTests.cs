using System.Text;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Tests.Kvs;
using SonicBridge.Contracts;
using Media = Amazon.KinesisVideoMedia.Model;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>
/// Every pair of a fault of the caller's stream and a moment: the bridge's own core, from GetMedia's bytes to the model's
/// sessions, in virtual time.
/// </summary>
public sealed class StreamFaultMatrixTests(ITestOutputHelper output)
{
    private static readonly (string Name, Action<ALongCall> Strike)[] Faults =
    [
        ("cut", static call => call.Stream!.Stream.Strike(static open => open.Break())),
        ("stall", static call => call.Stream!.Stream.Strike(static open => open.Stall())),
        ("garbage", static call => call.Stream!.Stream.Strike(static open => open.Send(Garbage()))),
        ("duplicate", Repeat),
        ("throttle", Throttle),
        ("slow", static call => call.Stream!.Stream.HoldBack()),
    ];

    private static readonly (string Name, Action<ALongCall> Reach)[] Moments =
    [
        ("start", static _ => { }),
        ("mid-turn", static call => call.Speak(2).Quiet(3.6)),
        ("renewal", static call => call.Speak(2).Quiet(19)),
        ("tool call", AskForTool),
        ("end", static call => call.Speak(2).Quiet(9).Speak(1)),
    ];

    [Fact]
    public void Every_fault_at_every_moment_costs_no_sample_and_leaves_the_caller_a_conversation()
    {
        var table = new StringBuilder().AppendLine(
            $"{"fault", -10} {"moment", -9} {"connections", 11} {"sessions", 8} {"answers", 8}  outcome"
        );
        foreach (var (fault, strike) in Faults)
        {
            foreach (var (moment, reach) in Moments)
            {
                table.AppendLine(Run(fault, strike, moment, reach));
            }
        }

        output.WriteLine(table.ToString());
    }

    private static string Run(string fault, Action<ALongCall> strike, string moment, Action<ALongCall> reach)
    {
        using var call = new ALongCall
        {
            IsLively = true,
            Stream = new AStreamedCaller(),
            Limits = new RenewalLimits { RenewAfter = TimeSpan.FromSeconds(20), ForceAfter = TimeSpan.FromSeconds(40) },
        }.Begin();
        reach(call);
        call.Do(() => strike(call));
        if (moment == "end")
        {
            call.Quiet(3);
        }
        else
        {
            // What was under way, or a new question; and another one.
            call.Speak(moment is "mid-turn" or "tool call" ? 0 : 2).Quiet(3);
            call.Do(call.Stream!.Stream.Release);
            AnswerTools(call);
            call.Quiet(16).Speak(2).Quiet(12);
        }

        var end = call.HangUp();
        var name = $"{fault} at {moment}";
        ConversationRules.AssertHeld(call, name);
        end.Outcome.Ending.ShouldBe(CallEnding.CallerHungUp, $"{name}: {end.Outcome.Detail}");
        call.Sent.Count.ShouldBe(call.Heard.Count(), name);
        if (moment != "end")
        {
            call.Answers.ShouldBeGreaterThanOrEqualTo(moment == "renewal" ? 3 : 2, name);
        }

        call.Stream!.Stream.MostOpen.ShouldBe(1, name);
        return $"{fault, -10} {moment, -9} {call.Stream.Stream.Starts.Count, 11} {call.Sessions.Count, 8} "
            + $"{call.Answers, 8}  {end.Outcome.Ending}";
    }

    private static void AskForTool(ALongCall call)
    {
        call.Current.Answers!.AsksForTool = true;
        call.Speak(2).Quiet(4.6);
        call.Tools.Asked.ShouldHaveSingleItem();
    }

    private static void AnswerTools(ALongCall call)
    {
        foreach (var use in call.Tools.Asked)
        {
            call.Do(() => call.Tools.Answer(use.ToolUseId, "{}"));
        }
    }

    private static byte[] Garbage()
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    // Kinesis sends the last fragment once more.
    private static void Repeat(ALongCall call)
    {
        if (call.Stream!.Last is { } last)
        {
            call.Stream.Stream.Strike(open => open.Send(last.ToBytes()));
        }
    }

    private static void Throttle(ALongCall call)
    {
        var limit = new Fault.Refused(new Media.ClientLimitExceededException("Slow down."));
        call.Stream!.Stream.With(limit, limit);
        call.Stream.Stream.Strike(static open => open.Break());
    }
}
