using CsCheck;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>Whatever the caller does and the model suffers, the rules of a conversation hold.</summary>
public sealed class ConversationPropertyTests
{
    private static readonly SonicEndKind[] Ends =
    [
        SonicEndKind.Disconnected,
        SonicEndKind.TimedOut,
        SonicEndKind.Throttled,
        SonicEndKind.Unavailable,
        SonicEndKind.Idle,
        SonicEndKind.Closed,
    ];

    private static readonly Gen<Step> AStep = Gen.Frequency(
        (4, Gen.Double[0.1, 4].Select(seconds => new Step($"speak {seconds:0.0}", call => call.Speak(seconds)))),
        (4, Gen.Double[0.1, 8].Select(seconds => new Step($"quiet {seconds:0.0}", call => call.Quiet(seconds)))),
        (1, Gen.Double[0.1, 12].Select(seconds => new Step($"nothing {seconds:0.0}", call => call.Nothing(seconds)))),
        (
            1,
            Gen.Int[0, Ends.Length - 1]
                .Select(i => new Step($"end {Ends[i]}", call => Strike(call, s => s.End(Ends[i]))))
        ),
        (1, Gen.Const(new Step("stall", call => Strike(call, s => s.Stall())))),
        (1, Gen.Const(new Step("lose the next", call => call.Do(() => call.Last.End(SonicEndKind.Disconnected))))),
        (1, Gen.Const(new Step("no room", call => call.RefusesUntil = call.Now.AddSeconds(1.5)))),
        (1, Gen.Const(new Step("duplicate", call => call.Current.Answers!.RepeatsTexts = true))),
        (1, Gen.Const(new Step("slow", call => call.Current.Answers!.Lateness = TimeSpan.FromSeconds(2))))
    );

    [Fact]
    public void Rules_hold_whatever_happens() =>
        AStep
            .Array[0, 40]
            .Sample(
                steps =>
                {
                    using var call = new ALongCall
                    {
                        IsLively = true,
                        // A renewal every few turns.
                        Limits = new RenewalLimits
                        {
                            RenewAfter = TimeSpan.FromSeconds(20),
                            ForceAfter = TimeSpan.FromSeconds(30),
                        },
                    }.Begin();
                    foreach (var step in steps)
                    {
                        if (!call.HasEnded)
                        {
                            step.Do(call);
                        }
                    }

                    var end = call.HangUp();
                    ConversationRules.AssertHeld(call, string.Join(", ", steps.Select(step => step.Name)));
                    call.Execution.Outcome.ShouldBe(end.Outcome);
                },
                iter: 400
            );

    private static void Strike(ALongCall call, Action<ScriptedSession> fault) => call.Do(() => fault(call.Current));

    private sealed record Step(string Name, Action<ALongCall> Do)
    {
        public override string ToString() => Name;
    }
}
