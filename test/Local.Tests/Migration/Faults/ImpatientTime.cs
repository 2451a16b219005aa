namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>The system's clock, on which the timeout of a migration's step can be made to run out at once.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    // The steps have 60 to 600 seconds; a nested execution has more, a call's heartbeats and steps less.
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(600);

    // A state sets its timer and then invokes the function, in one flow.
    private readonly AsyncLocal<ITimer?> _step = new();

    /// <summary>Lets the time of the step that invokes this run out.</summary>
    public void RunOut()
    {
        var timer = _step.Value ?? throw new InvalidOperationException("No step with a timeout invokes this.");
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= s_shortest && dueTime <= s_longest)
        {
            _step.Value = timer;
        }

        return timer;
    }
}
