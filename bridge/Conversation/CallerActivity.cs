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

    /// <summary>When the caller's voice was last loud, if it ever was.</summary>
    public DateTimeOffset? SpokeAt => _loudAt == DateTimeOffset.MinValue ? null : _loudAt;

    /// <summary>Whether the caller is in the midst of speaking.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Whether a block waits to be taken.</summary>
    public bool IsBeingWritten => _writingSince is not null;

    /// <summary>A block of the caller's voice is about to be sent.</summary>
    public void Writing(bool isLoud, bool isSpeaking, DateTimeOffset now)
    {
        (IsSpeaking, _blockAt, _writingSince) = (isSpeaking, now, now);
        _loudAt = isLoud ? now : _loudAt;
    }

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
            : null;
    }
}
