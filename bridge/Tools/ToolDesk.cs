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
    private string? _telling;

    /// <summary>Whether the model waits for anything.</summary>
    public bool IsBusy => _open.Count > 0;

    /// <summary>Whether the caller waits for what came of a tool: until the agent has said what it began to say after it.</summary>
    public bool OwesAnswer { get; private set; }

    /// <summary>The model says something.</summary>
    public void Note(SonicEvent heard)
    {
        switch (heard)
        {
            case SonicEvent.ContentStart { Type: ContentType.Audio } start:
                _telling = IsBusy ? null : start.ContentId;
                break;
            case SonicEvent.ContentEnd end when end.ContentId == _telling:
                OwesAnswer = IsBusy;
                _telling = null;
                break;
        }
    }

    /// <summary>The model asks for a tool.</summary>
    /// <returns>Run it; null when it was asked for before.</returns>
    public CallAction.RunTool? Ask(SonicEvent.ToolUse use, DateTimeOffset now)
    {
        if (_open.Count == 0)
        {
            (_since, _said) = (now, false);
        }

        (OwesAnswer, _telling) = (true, null);
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
