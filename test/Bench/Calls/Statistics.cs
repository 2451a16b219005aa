using HdrHistogram;

namespace SonicBridge.Bench.Calls;

/// <summary>What many values come down to.</summary>
internal static class Statistics
{
    private const long LongestMicroseconds = 60_000_000;
    private const int Digits = 3;

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("Nothing was measured.", nameof(values));
        }

        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The least value that so many of the values do not exceed.</summary>
    /// <param name="share">Such as 0.95.</param>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    /// <summary>Collects durations to a thousandth of their size.</summary>
    public static LongHistogram Durations() => new(LongestMicroseconds, Digits);

    public static void Record(LongHistogram durations, TimeSpan duration) =>
        durations.RecordValue(Math.Clamp((long)duration.TotalMicroseconds, 0, LongestMicroseconds));

    /// <summary>In milliseconds.</summary>
    public static double Percentile(LongHistogram durations, double percentile) =>
        durations.GetValueAtPercentile(percentile) / 1000d;
}
