namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>A clock by which a second passes in a few milliseconds: for waits that only spare AWS.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Hurry = 20;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Hurry : dueTime, period);
}
