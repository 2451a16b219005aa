namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// What the caller does, by the voice that passes, and what follows from it for the session that hears him: whether it may
/// give way, and whether it has stopped to do its work. It knows no clock but the times that it is given.
/// </summary>
internal sealed class CallerActivity(RenewalLimits limits)
{
    private DateTimeOffset _loudAt = DateTimeOffset.MinValue;
    private DateTimeOffset _blockAt = DateTimeOffset.MinValue;
    private DateTimeOffset? _writingSince;
    private TimeSpan _unnoticed;
    private bool _mayBeDeaf = true;

    /// <summary>When the caller's voice was last loud, if it ever was.</summary>
    public DateTimeOffset? SpokeAt => _loudAt == DateTimeOffset.MinValue ? null : _loudAt;

    /// <summary>Whether the caller is in the midst of speaking.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Whether a block waits to be taken.</summary>
    public bool IsBeingWritten => _writingSince is not null;

    /// <summary>Whether a sentence was spoken that no session has reacted to yet.</summary>
    public bool IsUnnoticed => _mayBeDeaf && _unnoticed >= limits.Sentence;

    /// <summary>A block of the caller's voice is about to be sent.</summary>
    /// <param name="spokenFor">For how long the caller has spoken without a pause; zero while he is quiet.</param>
    public void Writing(bool isLoud, TimeSpan spokenFor, DateTimeOffset now)
    {
        (IsSpeaking, _blockAt, _writingSince) = (spokenFor > TimeSpan.Zero, now, now);
        _loudAt = isLoud ? now : _loudAt;
        _unnoticed = spokenFor > _unnoticed ? spokenFor : _unnoticed;
    }

    /// <summary>The session says something: it hears.</summary>
    public void Noticed() => (_unnoticed, _mayBeDeaf) = (TimeSpan.Zero, true);

    /// <summary>A session that may have been deaf is broken off. If its successor hears nothing either, it was no speech.</summary>
    public void GiveUpHearing() => (_unnoticed, _mayBeDeaf) = (TimeSpan.Zero, false);

    /// <summary>The block was taken.</summary>
    public void Written() => _writingSince = null;

    /// <summary>Another session takes the voice, with its own time for a block that waits.</summary>
    public void HandOver(DateTimeOffset now) => _writingSince = _writingSince is null ? null : now;

    /// <summary>Whether the caller's last words have their answer, or need none.</summary>
    public bool IsAnsweredBy(ModelSession session, DateTimeOffset now) =>
        session.Turn.EndedAt >= _loudAt || now - _loudAt >= limits.Settled;

    /// <summary>Whether it is a pause: nobody speaks, nobody is being heard, no tool is awaited, and nothing is to be answered.</summary>
    public bool LetsGiveWay(ModelSession current, DateTimeOffset now) =>
        current.OpenTools.Count == 0
        && !current.Turn.IsOpen(now)
        && !current.Turn.IsAsked
        && !current.Turn.IsTold(now)
        && now >= current.Turn.HeardOutAt
        && (!IsSpeaking || now - _blockAt >= limits.Settled)
        && IsAnsweredBy(current, now);

    /// <summary>Whether a session has not reacted to a sentence of the caller's at all.</summary>
    public bool IsDeaf(ModelSession current, DateTimeOffset now) =>
        IsUnnoticed
        && current.BegunAt < _loudAt
        && current.Turn.LastEventAt < _loudAt
        && current.OpenTools.Count == 0
        && now - _loudAt >= limits.Mute;

    /// <summary>Why a session counts as one that does not work any more; null when it works.</summary>
    public string? StallOf(ModelSession current, DateTimeOffset now)
    {
        if (now - _writingSince >= limits.Stuck)
        {
            return $"The model took nothing of the caller's voice for {limits.Stuck.TotalSeconds:0} s.";
        }

        var isMute = now - current.Turn.LastEventAt >= limits.Mute;
        return isMute && current.Turn.IsSpeaking
                ? $"The model fell silent in mid-turn for {limits.Mute.TotalSeconds:0} s."
            : isMute && current.Turn.IsAsked ? $"The model did not answer within {limits.Mute.TotalSeconds:0} s."
            : IsDeaf(current, now)
                ? $"The model took no notice of what the caller said {limits.Mute.TotalSeconds:0} s ago."
            : null;
    }
}
