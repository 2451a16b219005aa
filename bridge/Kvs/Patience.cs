namespace SonicBridge.Bridge.Kvs;

/// <summary>How long to wait for something new: on a connection, and in all.</summary>
internal sealed class Patience(CallerVoiceOptions options, TimeProvider time)
{
    private long _lastNews = time.GetTimestamp();
    private bool _hasNews;

    /// <summary>For how long a connection may send nothing; not above zero when the call has ended by then.</summary>
    public TimeSpan Wait
    {
        get
        {
            var left = Limit - time.GetElapsedTime(_lastNews);
            return left < options.Stall ? left : options.Stall;
        }
    }

    private TimeSpan Limit => _hasNews ? options.EndOfCall : options.FirstBlock;

    /// <summary>A block was passed on.</summary>
    public void News() => (_lastNews, _hasNews) = (time.GetTimestamp(), true);

    /// <summary>How long nothing new may come, in all. An outage is not taken for a caller who hung up.</summary>
    /// <param name="faulty">Whether the last connection ended by a fault.</param>
    public TimeSpan LimitAfter(bool faulty) => faulty && options.Outage > Limit ? options.Outage : Limit;

    /// <summary>What is left of that.</summary>
    public TimeSpan LeftAfter(bool faulty) => LimitAfter(faulty) - time.GetElapsedTime(_lastNews);
}
