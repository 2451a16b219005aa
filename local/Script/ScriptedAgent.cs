namespace SonicBridge.Local.Script;

/// <summary>
/// Chooses what the simulated agent answers. A turn is known by the sound of the caller's recorded line, or by its order
/// where the caller is a recording without known lines; what is not known is marked so and answered by a common line.
/// </summary>
public sealed class ScriptedAgent
{
    private readonly Scenario _scenario;
    private readonly VoicePrint?[] _prints;
    private readonly Lock _lock = new();
    private int _unknown;

    public ScriptedAgent(Scenario scenario)
    {
        _scenario = scenario;
        _prints =
        [
            .. scenario.Turns.Select(static turn => turn.CallerVoice is { } voice ? VoicePrint.Of(voice.Span) : null),
        ];
    }

    /// <summary>The answer to what was heard.</summary>
    /// <param name="turn">1 for the call's first.</param>
    /// <param name="heard">The caller's turn: 16-bit, 8 kHz, mono.</param>
    /// <param name="speech">How long the caller spoke.</param>
    /// <returns>The caller's words for the transcript, and the agent's line.</returns>
    public (string CallerWords, SpokenLine Line) Answer(int turn, ReadOnlySpan<short> heard, TimeSpan speech)
    {
        var print = VoicePrint.Of(heard);
        var known = Array.FindIndex(_prints, candidate => candidate?.IsLike(print) == true);
        if (known < 0 && turn <= _prints.Length && _prints[turn - 1] is null)
        {
            known = turn - 1;
        }

        if (known >= 0)
        {
            return (_scenario.Turns[known].CallerWords, _scenario.Turns[known].Answer);
        }

        lock (_lock)
        {
            var line = _scenario.Otherwise[_unknown++ % _scenario.Otherwise.Count];
            return ($"[speech, {speech.TotalSeconds:F1} s]", line);
        }
    }
}
