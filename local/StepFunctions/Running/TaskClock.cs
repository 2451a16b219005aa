namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>A task's two clocks: the whole time it may take, and the time between two heartbeats.</summary>
internal sealed class TaskClock : IDisposable
{
    // A timer holds 49 days, and nothing local lives so long.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(40);
    private readonly TaskCompletionSource<bool> _expired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _interval;
    private readonly ITimer? _deadline;
    private readonly ITimer? _heartbeat;

    /// <summary>Starts both; null for one that never runs out.</summary>
    public TaskClock(TimeProvider time, TimeSpan? timeout, TimeSpan? heartbeat)
    {
        _interval = heartbeat ?? Timeout.InfiniteTimeSpan;
        _deadline = Start(timeout, heartbeatMissed: false);
        _heartbeat = Start(heartbeat, heartbeatMissed: true);

        ITimer? Start(TimeSpan? after, bool heartbeatMissed) =>
            after is { } span && span < s_longest
                ? time.CreateTimer(_ => _expired.TrySetResult(heartbeatMissed), null, span, Timeout.InfiniteTimeSpan)
                : null;
    }

    /// <summary>Ends when a clock runs out, and tells whether it was the heartbeat's.</summary>
    public Task<bool> Expired => _expired.Task;

    /// <summary>Starts the time between two heartbeats anew.</summary>
    public void Beat() => _heartbeat?.Change(_interval, Timeout.InfiniteTimeSpan);

    /// <summary>From now on no heartbeat is waited for.</summary>
    public void StopHeartbeat() => _heartbeat?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _deadline?.Dispose();
        _heartbeat?.Dispose();
    }
}
