namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Waits of any length: a timer by itself holds 49 days.</summary>
internal static class Waiting
{
    private static readonly TimeSpan s_longestTimer = TimeSpan.FromDays(40);

    public static async Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        for (; delay > s_longestTimer; delay -= s_longestTimer)
        {
            await Task.Delay(s_longestTimer, time, cancellationToken);
        }

        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, cancellationToken);
        }
    }
}
