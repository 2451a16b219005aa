namespace SonicBridge.Bridge.Conversation;

/// <summary>The signs of life of a call, written by its loops and read by the health check.</summary>
internal sealed class CallVitals(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private long _lastBeat;

    /// <summary>How far the call has come.</summary>
    public CallPhase Phase { get; set; }

    /// <summary>How long ago the execution last heard the heart; since the start, when it never did.</summary>
    public TimeSpan SinceHeartbeat =>
        time.GetElapsedTime(Interlocked.Read(ref _lastBeat) is var beat and not 0 ? beat : _started);

    /// <summary>How long ago the bridge began.</summary>
    public TimeSpan Age => time.GetElapsedTime(_started);

    /// <summary>Notes that the execution has heard a heartbeat.</summary>
    public void Beat() => Interlocked.Exchange(ref _lastBeat, time.GetTimestamp());
}

/// <summary>How far a call has come.</summary>
internal enum CallPhase
{
    /// <summary>Peers are being reached.</summary>
    Starting,

    /// <summary>The caller's voice reaches the model.</summary>
    Conversing,

    /// <summary>The end is being reported.</summary>
    Closing,

    /// <summary>All is said and written.</summary>
    Ended,
}
