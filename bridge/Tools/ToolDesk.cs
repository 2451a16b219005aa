using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tools;

/// <summary>
/// What the model has asked for and was not told yet. It does nothing by itself and knows no clock but the times that it
/// is given.
/// </summary>
/// <param name="waitingPhrase">What the caller hears while something takes long.</param>
internal sealed class ToolDesk(string waitingPhrase)
{
    /// <summary>How long it is quiet before the phrase: shorter would be said over tools that are just quick.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(1500);

    private readonly Dictionary<string, SonicEvent.ToolUse> _open = [];
    private DateTimeOffset _since;
    private bool _said;

    /// <summary>Whether the model waits for anything.</summary>
    public bool IsBusy => _open.Count > 0;

    /// <summary>The model asks for a tool.</summary>
    /// <returns>Run it; null when it was asked for before.</returns>
    public CallAction.RunTool? Ask(SonicEvent.ToolUse use, DateTimeOffset now)
    {
        if (_open.Count == 0)
        {
            (_since, _said) = (now, false);
        }

        return _open.TryAdd(use.ToolUseId, use) ? new CallAction.RunTool(use) : null;
    }

    /// <summary>A tool has answered.</summary>
    /// <returns>Tell the model; null when it was told already.</returns>
    public CallAction.AnswerTool? Answer(string toolUseId, ToolAnswer answer) =>
        _open.Remove(toolUseId, out var use) ? new CallAction.AnswerTool(use, answer.Json) : null;

    /// <summary>When the caller is to hear the phrase; null when there is no need.</summary>
    /// <param name="quietSince">Since when neither side speaks.</param>
    public DateTimeOffset? PhraseDue(DateTimeOffset quietSince) =>
        IsBusy && !_said ? (quietSince > _since ? quietSince : _since) + Slow : null;

    /// <summary>Says the phrase, once until the model waits for nothing more.</summary>
    public CallAction.Say SayPhrase()
    {
        _said = true;
        return new CallAction.Say(waitingPhrase);
    }
}
