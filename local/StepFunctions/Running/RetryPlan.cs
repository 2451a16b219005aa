using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Which retries one visit of a state has left.</summary>
internal sealed class RetryPlan(IReadOnlyList<Retrier> retriers, Random random)
{
    private readonly int[] _attempts = new int[retriers.Count];

    /// <summary>How often the state was retried, by whichever retrier.</summary>
    public int Count => _attempts.Sum();

    /// <summary>How long to wait before the next try; null when there is none.</summary>
    public TimeSpan? NextDelay(StateFailedException failure)
    {
        for (var i = 0; i < retriers.Count; i++)
        {
            var retrier = retriers[i];
            if (retrier.ErrorEquals.Any(name => ErrorNames.Covers(name, failure)))
            {
                return _attempts[i] < retrier.MaxAttempts ? Delay(retrier, _attempts[i]++) : null;
            }
        }

        return null;
    }

    private TimeSpan Delay(Retrier retrier, int attempt)
    {
        var most = (retrier.MaxDelay ?? TimeSpan.FromDays(365)).TotalSeconds;
        var seconds = Math.Min(retrier.Interval.TotalSeconds * Math.Pow(retrier.BackoffRate, attempt), most);
        if (retrier.FullJitter)
        {
            lock (random)
            {
                seconds *= random.NextDouble();
            }
        }

        return TimeSpan.FromSeconds(seconds);
    }
}
