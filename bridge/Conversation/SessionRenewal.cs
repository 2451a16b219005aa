using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// Decides when a session with the model gives way to the next: told what happens, and asked what is to be done. It does
/// nothing by itself and knows no clock but the times that it is given.
/// </summary>
internal sealed class SessionRenewal(RenewalLimits limits)
{
    // A renewal takes some seconds; while one is under way, this is often enough.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // A stall is one after seconds; each look wakes threads, which is much of what a call costs.
    private static readonly TimeSpan LookForStall = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly LeavingSessions _leaving = new(limits);
    private readonly RenewalBackOff _backOff = new(limits);
    private readonly CallerActivity _caller = new(limits);
    private ModelSession? _current;
    private ModelSession? _next;
    private SonicEnd? _givenUp;
    private DateTimeOffset? _lostAt;
    private bool _anyHeard;

    /// <summary>The session that the caller's voice goes to.</summary>
    public int? Current => _current?.Number;

    /// <summary>When the caller's voice was last loud, if it ever was.</summary>
    public DateTimeOffset? CallerSpokeAt => _caller.SpokeAt;

    /// <summary>Whether there is no session that could still answer the caller.</summary>
    public bool IsReplacing => _current is null;

    /// <summary>How often the model has refused what it was told in a row: each time it is told less.</summary>
    public int Refusals => _backOff.Refusals;

    /// <summary>A session was opened.</summary>
    public void Opened(int session, DateTimeOffset now) => _next = new ModelSession(session, now);

    /// <summary>The current session's credentials end then, if they do.</summary>
    public void NoteCredentialsEnd(DateTimeOffset? end)
    {
        if (_current is { } current)
        {
            current.CredentialsEnd ??= end;
        }
    }

    /// <summary>The caller's voice goes to the session from now on.</summary>
    /// <returns>False when the session ended in that moment.</returns>
    public bool HandedOver(int session, DateTimeOffset now)
    {
        if (_next?.Number != session)
        {
            return false;
        }

        if (_current is { } leaving)
        {
            leaving.OwesAnswer = !_caller.IsAnsweredBy(leaving, now);
            _leaving.Add(leaving, _caller.IsSpeaking, now);
        }

        (_current, _next, _lostAt) = (_next, null, null);
        _current.BegunAt = now;
        _caller.HandOver(now);
        return true;
    }

    /// <summary>A session sent an event.</summary>
    public void Heard(int session, SonicEvent heard, DateTimeOffset now)
    {
        _anyHeard = true;
        if (Find(session) is { } its)
        {
            its.HasSpoken = true;
            its.Turn.Hear(heard, now);
            if (its == _current && its.Turn.LastEventAt == now)
            {
                _caller.Noticed();
            }

            its.OwesAnswer = its.OwesAnswer && !(its.Turn.EndedAt > its.LeavesAt);
            if (heard is SonicEvent.ToolUse use)
            {
                its.OpenTools.Add(use.ToolUseId);
            }
        }
    }

    /// <summary>A tool has answered.</summary>
    /// <returns>Whether the session that asked for it still has the caller's voice: then it takes the answer.</returns>
    public bool TakeAnswer(string toolUseId, DateTimeOffset now)
    {
        if (_current?.OpenTools.Remove(toolUseId) is true)
        {
            _current.Turn.Tell(now);
            return true;
        }

        return false;
    }

    /// <summary>A block of the caller's voice is about to be sent.</summary>
    /// <param name="spokenFor">For how long the caller has spoken without a pause; zero while he is quiet.</param>
    public void Writing(bool isLoud, TimeSpan spokenFor, DateTimeOffset now)
    {
        _caller.Writing(isLoud, spokenFor, now);
        _leaving.CallerSpeaks(spokenFor, now);
    }

    /// <summary>Whether the caller speaks over the last turn of a session that no longer hears him.</summary>
    public bool IsSpokenOver => _leaving.IsSpokenOver;

    /// <summary>Whether a sentence was spoken that no session has reacted to yet.</summary>
    public bool IsUnnoticed => _caller.IsUnnoticed;

    /// <summary>What such a session still says is not to be heard.</summary>
    public void Silence() => _leaving.Silence();

    /// <summary>The block was taken.</summary>
    public void Written() => _caller.Written();

    /// <summary>A session is being closed.</summary>
    public void Closing(int session, DateTimeOffset now)
    {
        if (_next is { } next && next.Number == session)
        {
            _leaving.Add(next, _caller.IsSpeaking, now);
            _next = null;
        }

        if (_leaving.Find(session) is { } leaving)
        {
            leaving.IsClosing = true;
        }
    }

    /// <summary>Whether the agent's turn would break if the session ended now.</summary>
    public bool IsMidTurn(int session, DateTimeOffset now) => Find(session)?.Turn.IsOpen(now) ?? false;

    /// <summary>Whether a session's successor has the caller's voice already.</summary>
    public bool IsLeaving(int session) => Find(session)?.LeavesAt is not null;

    /// <summary>Whether what a session still says is not to be heard.</summary>
    public bool IsSilenced(int session) => Find(session)?.IsSilenced ?? false;

    /// <summary>Whether a session that has given way owes the caller an answer.</summary>
    public bool OwesAnswer(int session) => Find(session)?.OwesAnswer ?? false;

    /// <summary>Whether a session knows words of the caller's that it has not begun to answer.</summary>
    public bool IsAsked(int session) => Find(session)?.Turn.IsAsked ?? false;

    /// <summary>A session has ended.</summary>
    public void Ended(int session, SonicEnd end, DateTimeOffset now)
    {
        if (Find(session) is not { } its)
        {
            return;
        }

        if (_leaving.Remove(its))
        {
            return;
        }

        _next = _next == its ? null : _next;
        if (_current == its)
        {
            if (_caller.IsDeaf(its, now))
            {
                _caller.GiveUpHearing();
            }

            (_current, _lostAt) = (null, now);
            _leaving.Outlive(its, _caller.IsSpeaking);
        }

        _backOff.Failed(its, end, now);
        if (_current is null && IsHopeless(end, now))
        {
            _givenUp = end;
        }
    }

    /// <summary>The next thing that is to be done; null when there is nothing.</summary>
    public RenewalAction? Decide(DateTimeOffset now)
    {
        if (_givenUp is not null)
        {
            return new RenewalAction.GiveUp(_givenUp);
        }

        if (_leaving.IsSpokenOver)
        {
            return new RenewalAction.Interrupt();
        }

        if (_leaving.NextToClose(now) is { } leaving)
        {
            return new RenewalAction.Close(leaving.Number);
        }

        if (_current is { } current && _caller.StallOf(current, now) is { } why)
        {
            return new RenewalAction.Break(current.Number, why);
        }

        return _next is { } next ? DecideOnNext(next, now)
            : now >= _backOff.RetryAt && (_current is null || now >= _current.RenewAt(limits))
                ? new RenewalAction.Open()
            : null;
    }

    /// <summary>When to ask again though nothing has happened.</summary>
    public DateTimeOffset Due(DateTimeOffset now)
    {
        if (_next is not null || _current is null || _leaving.Any)
        {
            return now + Look;
        }

        var mayStall =
            _caller.IsBeingWritten || _caller.IsUnnoticed || _current.Turn.IsSpeaking || _current.Turn.IsAsked;
        var renewal = Later(_current.RenewAt(limits), _backOff.RetryAt);
        return mayStall ? Sooner(now + LookForStall, renewal) : renewal;
    }

    private RenewalAction? DecideOnNext(ModelSession next, DateTimeOffset now)
    {
        var age = now - next.OpenedAt;
        if (_current is not { } current || now >= current.ForceAt(limits))
        {
            return new RenewalAction.HandOver(next.Number);
        }

        return age >= limits.Ahead && _caller.LetsGiveWay(current, now) ? new RenewalAction.HandOver(next.Number)
            : age >= limits.NextKept ? new RenewalAction.Close(next.Number)
            : null;
    }

    // The very first refusal is the account's or the configuration's: no other session would fare better.
    private bool IsHopeless(SonicEnd end, DateTimeOffset now) =>
        (!_anyHeard && end.Kind is SonicEndKind.Denied or SonicEndKind.Invalid && _backOff.Failures <= 1)
        || _backOff.IsSpent
        || now - _lostAt >= limits.MostWithout;

    private ModelSession? Find(int session) =>
        _current?.Number == session ? _current
        : _next?.Number == session ? _next
        : _leaving.Find(session);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Sooner(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
