using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// Whether the agent is in the midst of a turn, from one session's events. Completions are not relied on: contents tell
/// as much, and all models send them.
/// </summary>
internal sealed class SessionTurn(DateTimeOffset openedAt)
{
    private const int BytesPerMillisecond = SonicSettings.TelephoneHertz * 2 / 1000;

    // After a turn's last content its final text may follow a moment later, or not at all.
    private static readonly TimeSpan FinalText = TimeSpan.FromSeconds(3);

    // What came of a tool is spoken of within 3 s, or was in what the model said meanwhile.
    private static readonly TimeSpan Comment = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, SonicEvent.ContentStart> _open = [];
    private int _meant;
    private bool _asked;
    private DateTimeOffset? _toldAt;

    /// <summary>When the last event of the conversation came; before the first, when the session was opened.</summary>
    public DateTimeOffset LastEventAt { get; private set; } = openedAt;

    /// <summary>When the caller has heard all that was said so far, if it was played as it came.</summary>
    public DateTimeOffset HeardOutAt { get; private set; } = openedAt;

    /// <summary>When the agent's last turn ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether a content of the agent's is open: more of it must come.</summary>
    public bool IsSpeaking => _open.Values.Any(content => content.Role == Role.Assistant);

    /// <summary>Whether the caller's words are known and no answer has begun.</summary>
    public bool IsAsked => _asked && !IsSpeaking && _meant == 0;

    /// <summary>Whether a turn is under way.</summary>
    public bool IsOpen(DateTimeOffset now) => IsSpeaking || (_meant > 0 && now - LastEventAt < FinalText);

    /// <summary>Whether the model was told something a moment ago of which it is likely to speak.</summary>
    public bool IsTold(DateTimeOffset now) => now - _toldAt < Comment;

    /// <summary>The model is told something.</summary>
    public void Tell(DateTimeOffset now) => _toldAt = now;

    public void Hear(SonicEvent heard, DateTimeOffset now)
    {
        // What is counted, or is not known, is no sign that the model does its work.
        LastEventAt = heard is SonicEvent.Usage or SonicEvent.Unknown ? LastEventAt : now;
        switch (heard)
        {
            case SonicEvent.ContentStart start:
                Start(start);
                break;
            case SonicEvent.AudioOutput audio:
                HeardOutAt =
                    (HeardOutAt > now ? HeardOutAt : now)
                    + TimeSpan.FromMilliseconds(audio.Pcm.Length / BytesPerMillisecond);
                break;
            case SonicEvent.ContentEnd end:
                End(end, now);
                break;
            case SonicEvent.Interrupted:
                HeardOutAt = now;
                EndTurn(now);
                break;
            case SonicEvent.CompletionEnd:
                EndTurn(now);
                break;
        }
    }

    private void Start(SonicEvent.ContentStart start)
    {
        _open[start.ContentId] = start;
        _asked = _asked && start.Role == Role.User;
        _toldAt = start.Role == Role.Assistant ? null : _toldAt;
    }

    private void End(SonicEvent.ContentEnd end, DateTimeOffset now)
    {
        if (!_open.Remove(end.ContentId, out var content))
        {
            return;
        }

        switch (content)
        {
            case { Role: Role.User }:
                _asked = true;
                break;
            case { Type: ContentType.Text, Stage: GenerationStage.Speculative }:
                _meant++;
                break;
            case { Type: ContentType.Text, Role: Role.Assistant }:
                _meant = Math.Max(0, _meant - 1);
                EndedAt = _meant == 0 ? now : EndedAt;
                break;
            case { Type: ContentType.Audio }:
                EndedAt = _meant == 0 ? now : EndedAt;
                break;
        }

        if (end.Reason == StopReason.Interrupted)
        {
            HeardOutAt = now;
            EndTurn(now);
        }
    }

    // Contents that are still open end by themselves; what was meant is not said any more.
    private void EndTurn(DateTimeOffset now)
    {
        _meant = 0;
        EndedAt = now;
    }
}
