using SonicBridge.Local.Audio;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Caller;

/// <summary>What the caller says in one go.</summary>
/// <param name="Voice">16-bit, 8 kHz, mono.</param>
/// <param name="InterruptsAfter">How long after the agent's beginning it is said; null to wait for the agent's end.</param>
public sealed record Utterance(ReadOnlyMemory<short> Voice, TimeSpan? InterruptsAfter)
{
    /// <summary>So long after its beginning the caller hangs up; null to stay.</summary>
    public TimeSpan? HangsUpAfter { get; init; }

    /// <summary>Where in it the last word ends: what comes then is silence.</summary>
    public TimeSpan LastWord { get; } = FindLastWord(Voice.Span);

    /// <summary>What a scenario's caller says, in order.</summary>
    public static IReadOnlyList<Utterance> Of(Scenario scenario) =>
        scenario.Recording is { } recording
            ? [new Utterance(recording, null)]
            :
            [
                .. scenario
                    .Turns.Where(static turn => turn.CallerVoice is not null)
                    .Select(static turn => new Utterance(turn.CallerVoice!.Value, turn.InterruptsAfter)
                    {
                        HangsUpAfter = turn.HangsUpAfter,
                    }),
            ];

    private static TimeSpan FindLastWord(ReadOnlySpan<short> samples)
    {
        var detector = new SpeechDetector();
        var (at, lastLoud) = (TimeSpan.Zero, TimeSpan.Zero);
        while (detector.Next(ref samples) is { } loud)
        {
            at += SpeechDetector.FrameDuration;
            lastLoud = loud ? at : lastLoud;
        }

        return lastLoud;
    }
}
