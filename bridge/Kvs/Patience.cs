namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// How long to wait for something new. Time in which the stream could be read and nothing came is the caller's silence;
/// time in which it could not be read is an outage, and is not taken for a caller who hung up.
/// </summary>
internal sealed class Patience(CallerVoiceOptions options, TimeProvider time)
{
    private long _newsAt = time.GetTimestamp();
    private bool _hasNews;
    private TimeSpan _outages;
    private long? _outSince = time.GetTimestamp();
    private long _connectionNewsAt = time.GetTimestamp();

    /// <summary>Whether nothing new came for so long that the call has ended.</summary>
    public bool IsOver => Quiet >= Limit;

    /// <summary>
    /// For how long a connection may send nothing; not above zero when the call has ended by then, or when the connection
    /// has sent nothing new for so long: whatever else comes of it is damaged.
    /// </summary>
    public TimeSpan Wait =>
        Min(Limit - Quiet, _hasNews ? options.Stall - time.GetElapsedTime(_connectionNewsAt) : options.Stall);

    /// <summary>How long it may go on as it is; not above zero when the call has ended or the outage is too long.</summary>
    public TimeSpan Left => Min(Limit - Quiet, options.Outage - Outage);

    private TimeSpan Limit => _hasNews ? options.EndOfCall : options.FirstBlock;

    private TimeSpan Outage => _outages + (_outSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero);

    private TimeSpan Quiet => time.GetElapsedTime(_newsAt) - Outage;

    /// <summary>From now on the stream can't be read: a connection is being opened, or has failed.</summary>
    public void Out() => _outSince ??= time.GetTimestamp();

    /// <summary>From now on it can.</summary>
    public void Open()
    {
        _outages = Outage;
        _outSince = null;
        _connectionNewsAt = time.GetTimestamp();
    }

    /// <summary>A block was passed on.</summary>
    public void News()
    {
        _newsAt = _connectionNewsAt = time.GetTimestamp();
        (_hasNews, _outages, _outSince) = (true, TimeSpan.Zero, null);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
