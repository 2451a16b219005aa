namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// Sessions that no longer hear the caller: each finishes its turn. No other would tell that the caller speaks over what
/// they have said, so this does. It knows no clock but the times that it is given.
/// </summary>
internal sealed class LeavingSessions(RenewalLimits limits)
{
    private readonly List<ModelSession> _sessions = [];
    private DateTimeOffset _heardOutAt = DateTimeOffset.MinValue;
    private bool _callerPaused;

    /// <summary>Whether the caller speaks over what one of them has said.</summary>
    public bool IsSpokenOver { get; private set; }

    public bool Any => _sessions.Count > 0;

    public ModelSession? Find(int session) => _sessions.Find(one => one.Number == session);

    /// <summary>A session gives way to its successor.</summary>
    /// <param name="callerSpeaks">Whether the caller is in the midst of speaking: it has heard that itself.</param>
    public void Add(ModelSession session, bool callerSpeaks, DateTimeOffset now)
    {
        session.LeavesAt = now;
        _sessions.Add(session);
        _callerPaused = !callerSpeaks;
    }

    /// <summary>A session that heard the caller has ended; what it said may still be heard.</summary>
    /// <inheritdoc cref="Add"/>
    public void Outlive(ModelSession session, bool callerSpeaks)
    {
        _heardOutAt = Later(_heardOutAt, session.Turn.HeardOutAt);
        _callerPaused = !callerSpeaks;
    }

    /// <returns>Whether it was one of these.</returns>
    public bool Remove(ModelSession session)
    {
        _heardOutAt = _sessions.Contains(session) ? Later(_heardOutAt, session.Turn.HeardOutAt) : _heardOutAt;
        return _sessions.Remove(session);
    }

    /// <summary>A block of the caller's voice came.</summary>
    /// <param name="spokenFor">For how long the caller has spoken without a pause, by the audio.</param>
    public void CallerSpeaks(TimeSpan spokenFor, DateTimeOffset now)
    {
        _callerPaused |= spokenFor == TimeSpan.Zero;
        IsSpokenOver |= _callerPaused && spokenFor >= limits.SpokenOver && IsHeard(now);
    }

    /// <summary>What they still say is not to be heard.</summary>
    public void Silence()
    {
        (IsSpokenOver, _heardOutAt) = (false, DateTimeOffset.MinValue);
        _sessions.ForEach(static session => session.IsSilenced = true);
    }

    /// <summary>One that has nothing more to say.</summary>
    public ModelSession? NextToClose(DateTimeOffset now) =>
        _sessions.Find(session => !session.IsClosing && IsDone(session, now));

    private bool IsDone(ModelSession session, DateTimeOffset now)
    {
        var turn = session.Turn;
        var owes = session.OwesAnswer && now - session.LeavesAt < limits.Settled;
        var isQuiet = !turn.IsOpen(now) && !turn.IsAsked && !turn.IsTold(now) && !owes;
        return isQuiet || session.IsSilenced || now - session.LeavesAt >= limits.LastTurn;
    }

    private bool IsHeard(DateTimeOffset now) =>
        now < _heardOutAt
        || _sessions.Exists(session =>
            !session.IsSilenced && (session.Turn.IsSpeaking || now < session.Turn.HeardOutAt)
        );

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
