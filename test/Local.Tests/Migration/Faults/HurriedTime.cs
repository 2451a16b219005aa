namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>A clock that runs ahead of the system's: for waits that only spare AWS.</summary>
/// <param name="hurry">How many times faster.</param>
internal sealed class HurriedTime(int hurry) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / hurry : dueTime, period);
}
