namespace SonicBridge.Bridge.Relaunch;

/// <summary>When a checkpoint is due: soon after anybody spoke, seldom in silence.</summary>
internal sealed class CheckpointPace(DateTimeOffset now)
{
    /// <summary>S3 is asked no more often, however much is said.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>In silence only the place in the stream moves on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private DateTimeOffset _written = now;
    private bool _hasNews;

    /// <summary>When the next one is to be written.</summary>
    public DateTimeOffset Due
    {
        get
        {
            lock (_gate)
            {
                return _written + (_hasNews ? Shortest : Longest);
            }
        }
    }

    /// <summary>Somebody spoke.</summary>
    public void News()
    {
        lock (_gate)
        {
            _hasNews = true;
        }
    }

    /// <summary>One is being written: what is said from now on is news.</summary>
    public void Write(DateTimeOffset now)
    {
        lock (_gate)
        {
            (_written, _hasNews) = (now, false);
        }
    }
}
