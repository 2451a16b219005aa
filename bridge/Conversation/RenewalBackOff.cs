using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>How soon another session is tried after one has failed, and when trying is over.</summary>
internal sealed class RenewalBackOff(RenewalLimits limits)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);

    // Room comes back in seconds, not at once.
    private static readonly TimeSpan ForRoom = TimeSpan.FromSeconds(1);

    private int _shortLived;

    /// <summary>Sessions in a row that ended without one event.</summary>
    public int Failures { get; private set; }

    /// <summary>Sessions in a row that refused what they were told.</summary>
    public int Refusals { get; private set; }

    /// <summary>Not before is another one opened.</summary>
    public DateTimeOffset RetryAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Whether there is no point in another. Those that speak and die at once count half.</summary>
    public bool IsSpent => Failures >= limits.MostFailures || _shortLived >= 2 * limits.MostFailures;

    public void Failed(ModelSession session, SonicEnd end, DateTimeOffset now)
    {
        var isProven = now - session.BegunAt >= limits.Proven;
        // A session that was quiet for long heard nobody speak.
        Failures = session.HasSpoken || isProven ? 0 : Failures + 1;
        _shortLived = isProven ? 0 : _shortLived + 1;
        Refusals = end.Kind == SonicEndKind.Invalid && !session.HasSpoken ? Refusals + 1 : 0;
        RetryAt = now + Wait(end.Kind);
    }

    private TimeSpan Wait(SonicEndKind kind)
    {
        var wait = _shortLived == 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(_shortLived, 8) - 1);
        wait = kind == SonicEndKind.Throttled && wait < ForRoom ? ForRoom : wait;
        return wait < Longest ? wait : Longest;
    }
}
