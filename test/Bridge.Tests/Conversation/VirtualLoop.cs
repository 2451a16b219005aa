using Microsoft.Extensions.Time.Testing;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>
/// Runs all that a test begins on the test's own thread, in virtual time: the clock moves when nothing is left to do, so
/// that each run of a test is the same.
/// </summary>
internal sealed class VirtualLoop : SynchronizationContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Queue<(SendOrPostCallback Run, object? State)> _ready = new();
    private readonly Lock _gate = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _ready.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Begins something, and does what can be done of it without time passing.</summary>
    public T Run<T>(Func<T> begin)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var result = begin();
            Settle();
            return result;
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) =>
        Run(() =>
        {
            Time.Advance(time);
            return true;
        });

    /// <summary>Lets time pass until a task is done; steps of it may run on other threads.</summary>
    /// <param name="pass">Lets a little time pass.</param>
    public static T Finish<T>(Task<T> task, Action pass)
    {
        var until = DateTime.UtcNow + Patience;
        while (!task.IsCompleted && DateTime.UtcNow < until)
        {
            Thread.Yield();
            pass();
        }

        task.IsCompleted.ShouldBeTrue("it should have come to its end");
        return task.GetAwaiter().GetResult();
    }

    private void Settle()
    {
        while (Next() is { Run: { } run } next)
        {
            run(next.State);
        }
    }

    private (SendOrPostCallback? Run, object? State) Next()
    {
        lock (_gate)
        {
            return _ready.TryDequeue(out var next) ? next : default;
        }
    }
}
