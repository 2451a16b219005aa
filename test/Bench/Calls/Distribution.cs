using HdrHistogram;

namespace SonicBridge.Bench.Calls;

/// <summary>How long something took, for all shares of the times that it was done.</summary>
/// <param name="Contender">By its name.</param>
/// <param name="Calls">How many were carried at once.</param>
/// <param name="Count">How often it was done.</param>
/// <param name="Percentiles">In rising order.</param>
internal sealed record Distribution(
    Measure Measure,
    string Contender,
    int Calls,
    long Count,
    IReadOnlyList<Percentile> Percentiles
)
{
    // Points for each halving of what is left to 100 %.
    private const int PointsPerHalving = 4;

    // Beyond that, a picture shows single values.
    private const double Last = 99.9;

    public static Distribution Of(Measure measure, string contender, int calls, LongHistogram durations) =>
        new(
            measure,
            contender,
            calls,
            durations.TotalCount,
            [
                .. durations
                    .Percentiles(PointsPerHalving)
                    .Where(static value => value.Percentile <= Last)
                    .Select(static value => new Percentile(
                        Math.Round(value.Percentile, 3),
                        value.ValueIteratedTo / 1000d
                    )),
            ]
        );
}

/// <param name="Of">The share that took no longer, in percent.</param>
/// <param name="Milliseconds">How long.</param>
internal readonly record struct Percentile(double Of, double Milliseconds);
