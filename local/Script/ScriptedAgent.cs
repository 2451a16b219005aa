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
    public AgentAnswer Answer(Conversation conversation, CallerTurn turn)
    {
        var print = VoicePrint.Of(turn.Voice.Span);
        var known = Array.FindIndex(_prints, candidate => candidate?.IsLike(print) == true);
        if (known < 0)
        {
            known = Array.FindIndex(_prints, candidate => candidate is not null && print.IsEndOf(candidate));
        }

        if (known < 0 && turn.Number <= _prints.Length && _prints[turn.Number - 1] is null)
        {
            known = turn.Number - 1;
        }

        return known >= 0
            ? AnswerOf(_scenario.Turns[known], _scenario.Turns[known].CallerWords)
            : Unknown($"[speech, {turn.Length.TotalSeconds:F1} s]");
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A text is the caller's own words said again, or a tool's answer that came too late for its session, or what the
    /// agent is asked to open with.
    /// </remarks>
    public AgentAnswer Answer(Conversation conversation, string text)
    {
        var said = _scenario.Turns.LastOrDefault(turn => text.Contains(turn.CallerWords, StringComparison.Ordinal));
        if (said is not null)
        {
            return AnswerOf(said, callerText: null);
        }

        if (conversation.Awaited is { } awaited)
        {
            conversation.AwaitNoMore(awaited);
            return awaited;
        }

        return conversation.Turns == 0 && _scenario.Opening is { } opening
            ? new AgentAnswer(null, opening.Words, opening.Voice)
            : Unknown(callerText: null);
    }

    private AgentAnswer Unknown(string? callerText)
    {
        lock (_lock)
        {
            var line = _scenario.Otherwise[_unknown++ % _scenario.Otherwise.Count];
            return new AgentAnswer(callerText, line.Words, line.Voice);
        }
    }

    private static AgentAnswer AnswerOf(Turn turn, string? callerText)
    {
        if (turn.Tools.Count == 0)
        {
            return new AgentAnswer(callerText, turn.Answer!.Words, turn.Answer.Voice);
        }

        return new AgentAnswer(callerText, turn.Before?.Words, turn.Before?.Voice ?? default)
        {
            Tools = [.. turn.Tools.Select(static tool => new ToolCall(tool.Name, tool.Arguments))],
            Then = turn.Answer is { } answer ? new AgentAnswer(null, answer.Words, answer.Voice) : null,
        };
    }
}
