using CsCheck;

namespace SonicBridge.Bridge.Tests.Playback;

/// <summary>
/// Whatever the agent says, the caller interrupts, Connect asks again and bridges are lost: each word is handed out at most
/// once, in order, none that was spoken over, and all the others.
/// </summary>
public sealed class HandingOutPropertyTests
{
    private static readonly Gen<Step> AStep = Gen.Frequency(
        (6, Gen.Int[1, 60].Select(pieces => new Step($"speak {pieces}", call => call.SpeakAsync(pieces)))),
        (3, Gen.Const(new Step("end turn", static call => call.EndTurnAsync()))),
        (2, Gen.Const(new Step("interrupt", static call => call.InterruptAsync()))),
        (1, Gen.Const(new Step("say", static call => call.SayAsync()))),
        (6, Gen.Const(new Step("ask", static call => call.AskAsync()))),
        (1, Gen.Const(new Step("ask twice at once", static call => call.AskAsync(askers: 2)))),
        (1, Gen.Const(new Step("relaunch", static call => call.RelaunchAsync()))),
        (1, Gen.Const(new Step("wake the zombie", static call => call.WakeZombieAsync())))
    );

    [Fact]
    public async Task Each_word_is_handed_out_once_in_order_and_none_that_was_spoken_over() =>
        await Gen.Select(AStep.Array[0, 40], Gen.Int)
            .SampleAsync(
                static async (steps, seed) =>
                {
                    await using var call = await AHandedOutVoice.BeginAsync(seed);
                    foreach (var step in steps)
                    {
                        await step.Do(call);
                    }

                    await call.FinishAsync();
                },
                iter: 200,
                threads: 1
            );

    private sealed record Step(string Name, Func<AHandedOutVoice, Task> Do)
    {
        public override string ToString() => Name;
    }
}
