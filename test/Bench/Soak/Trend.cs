namespace SonicBridge.Bench.Soak;

/// <summary>Whether a figure grows: the straight line that fits its samples best.</summary>
/// <param name="PerHour">By how much it grows in an hour.</param>
/// <param name="Growth">By how much it grew over what was looked at, by that line.</param>
internal sealed record Trend(double PerHour, double Growth)
{
    // A process fills its pools and caches first.
    private const double WarmUp = 0.25;

    /// <summary>Fits a line by least squares, past the start.</summary>
    /// <param name="samples">By their hour, in order.</param>
    /// <returns>Null when there are too few to tell.</returns>
    public static Trend? Of(IReadOnlyList<(double Hour, double Value)> samples)
    {
        const int Fewest = 4;
        var settled = samples.Skip((int)(samples.Count * WarmUp)).ToList();
        if (settled.Count < Fewest)
        {
            return null;
        }

        var (hours, values) = (settled.Average(s => s.Hour), settled.Average(s => s.Value));
        var spread = settled.Sum(s => (s.Hour - hours) * (s.Hour - hours));
        var perHour = settled.Sum(s => (s.Hour - hours) * (s.Value - values)) / spread;
        return new Trend(perHour, perHour * (settled[^1].Hour - settled[0].Hour));
    }
}
