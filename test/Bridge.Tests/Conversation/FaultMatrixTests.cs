using System.Text;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>Every pair of a fault of the model's and a moment: the bridge's own core against scripted sessions, in virtual time.</summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    private static readonly SonicEvent[] Garbage =
    [
        new SonicEvent.Unknown("undecodable"),
        ModelSays.Voice(100, "nobody's"),
        ModelSays.End("nobody's"),
        .. ModelSays.Final("", "empty"),
        new SonicEvent.TextOutput("nobody's", "lost"),
        new SonicEvent.CompletionEnd(),
    ];

    private static readonly (string Name, Action<ALongCall, ScriptedSession> Strike)[] Faults =
    [
        ("cut", (call, session) => call.Do(() => session.End(SonicEndKind.Disconnected))),
        ("stall", (call, session) => call.Do(session.Stall)),
        ("garbage", (call, session) => call.Say(session, Garbage)),
        ("duplicate", Repeat),
        ("throttle", Throttle),
        ("slow", (call, session) => call.Do(() => session.Answers!.Lateness = Late)),
    ];

    private static readonly (string Name, Action<ALongCall> Reach)[] Moments =
    [
        ("start", static _ => { }),
        ("mid-turn", static call => call.Speak(2).Quiet(2.6)),
        ("renewal", static call => call.Speak(2).Quiet(8).Quiet(350.5)),
        ("tool call", AskForTool),
        ("end", static call => call.Speak(2).Quiet(8).Speak(1)),
    ];

    [Fact]
    public void Every_fault_at_every_moment_leaves_the_caller_a_conversation()
    {
        var table = new StringBuilder().AppendLine(
            $"{"fault", -10} {"moment", -9} {"sessions", 8} {"lost", 5} {"silent s", 9} {"answers", 8}  outcome"
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

    private static string Run(
        string fault,
        Action<ALongCall, ScriptedSession> strike,
        string moment,
        Action<ALongCall> reach
    )
    {
        using var call = new ALongCall { IsLively = true }.Begin();
        reach(call);
        var struck = moment == "renewal" ? call.Last : call.Current;
        strike(call, struck);
        var at = call.Now;
        if (moment != "end")
        {
            // What was under way, or a new question; and another one.
            call.Speak(moment is "mid-turn" or "tool call" ? 0 : 2).Quiet(1);
            AnswerTools(call);
            call.Quiet(19).Speak(2).Quiet(12);
        }

        var end = call.HangUp();
        var name = $"{fault} at {moment}";
        ConversationRules.AssertHeld(call, name);
        end.Outcome.Ending.ShouldBe(CallEnding.CallerHungUp, $"{name}: {end.Outcome.Detail}");
        if (moment != "end")
        {
            call.Answers.ShouldBeGreaterThanOrEqualTo(moment == "renewal" ? 3 : 2, name);
        }

        var next = call.Played.Find(piece => piece.At > at).At;
        var silent = next - at;
        return $"{fault, -10} {moment, -9} {call.Sessions.Count, 8} {call.Model.Losses, 5} "
            + $"{(moment == "end" ? "" : $"{silent.TotalSeconds:0.0}"), 9} {call.Answers, 8}  {end.Outcome.Ending}";
    }

    private static void AskForTool(ALongCall call)
    {
        call.Current.Answers!.AsksForTool = true;
        call.Speak(2).Quiet(2.6);
        call.Tools.Asked.ShouldHaveSingleItem();
    }

    private static void AnswerTools(ALongCall call)
    {
        foreach (var use in call.Tools.Asked)
        {
            call.Do(() => call.Tools.Answer(use.ToolUseId, "{}"));
        }
    }

    private static void Repeat(ALongCall call, ScriptedSession session)
    {
        session.Answers!.RepeatsTexts = true;
        call.Say(session, [.. call.Tools.Asked]);
    }

    // No room, for it and for those that are opened after it in the next two seconds.
    private static void Throttle(ALongCall call, ScriptedSession session)
    {
        call.RefusesUntil = call.Now.AddSeconds(2);
        call.Do(() => session.End(SonicEndKind.Throttled));
    }
}
