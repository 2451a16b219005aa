using Microsoft.Extensions.Time.Testing;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>A clock that stands still until a test moves it, and knows which timers wait for it.</summary>
public sealed class VirtualTime : FakeTimeProvider
{
    // Real time, and only ever spent when a test is about to fail.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private readonly HashSet<WatchedTimer> _timers = [];
    private TaskCompletionSource _changed = NewSignal();

    public VirtualTime()
        : base(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)) { }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this, GetUtcNow() + dueTime);
        timer.Inner = base.CreateTimer(
            inner =>
            {
                Forget(timer);
                callback(inner);
            },
            state,
            dueTime,
            period
        );
        Watch(timer);
        return timer;
    }

    /// <summary>Waits until some timer will ring after just this time, and lets the time pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_timers.Any(timer => timer.Due == GetUtcNow() + span))
                {
                    break;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        }

        Advance(span);
    }

    /// <summary>Waits until some timer is set, and lets the time pass until the first of them rings.</summary>
    public async Task PassNextAsync()
    {
        TimeSpan? next = null;
        while (next is null)
        {
            Task changed;
            lock (_gate)
            {
                next = _timers.Count > 0 ? _timers.Min(timer => timer.Due) - GetUtcNow() : null;
                changed = _changed.Task;
            }

            if (next is null)
            {
                await changed.WaitAsync(s_patience, TestContext.Current.CancellationToken);
            }
        }

        Advance(next.Value);
    }

    private void Watch(WatchedTimer timer)
    {
        lock (_gate)
        {
            _timers.Add(timer);
            Signal();
        }
    }

    private void Forget(WatchedTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            Signal();
        }
    }

    private void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class WatchedTimer(VirtualTime time, DateTimeOffset due) : ITimer
    {
        public ITimer? Inner { get; set; }

        public DateTimeOffset Due { get; private set; } = due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                time.Forget(this);
            }
            else
            {
                Due = time.GetUtcNow() + dueTime;
                time.Watch(this);
            }

            return Inner!.Change(dueTime, period);
        }

        public void Dispose()
        {
            time.Forget(this);
            Inner?.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            time.Forget(this);
            await Inner!.DisposeAsync();
        }
    }
}
