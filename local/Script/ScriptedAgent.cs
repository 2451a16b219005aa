using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Script;

/// <summary>
/// Chooses what the simulated agent answers. A turn is known by the sound of the caller's recorded line, or by its order
/// where the caller is a recording without known lines; what is not known is marked so and answered by a common line.
/// </summary>
public sealed class ScriptedAgent : IAgentScript
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

    /// <inheritdoc/>
    public AgentAnswer Answer(CallerTurn turn)
    {
        var print = VoicePrint.Of(turn.Voice.Span);
        var known = Array.FindIndex(_prints, candidate => candidate?.IsLike(print) == true);
        if (known < 0 && turn.Number <= _prints.Length && _prints[turn.Number - 1] is null)
        {
            known = turn.Number - 1;
        }

        if (known >= 0)
        {
            return AnswerOf(_scenario.Turns[known].CallerWords, _scenario.Turns[known].Answer);
        }

        lock (_lock)
        {
            var line = _scenario.Otherwise[_unknown++ % _scenario.Otherwise.Count];
            return AnswerOf($"[speech, {turn.Length.TotalSeconds:F1} s]", line);
        }
    }

    private static AgentAnswer AnswerOf(string callerWords, SpokenLine line) =>
        new(callerWords, line.Words, line.Voice);
}
