using System.Globalization;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Pictures;

/// <summary>Histograms of the latencies, as HdrHistogram's own plots have them: by the share that took no longer.</summary>
internal static class LatencyPlots
{
    private const int Many = 25;

    // By what is left to 100 %, so that each further nine has the same room.
    private static readonly (double At, string Text)[] s_shares =
    [
        (1, "0 %"),
        (2, "50 %"),
        (10, "90 %"),
        (100, "99 %"),
        (1000, "99.9 %"),
    ];

    public static IReadOnlyList<Plot> Of(CallsResult calls) =>
        [
            Plot(calls, Measure.AddedLatency, "Latency added to each block of audio"),
            Plot(calls, Measure.AnswerPrompt, "From an answer's first audio to a prompt that can be played"),
        ];

    private static Plot Plot(CallsResult calls, Measure measure, string title)
    {
        var lines = new List<Series>();
        foreach (var (contender, colour) in new[] { (calls.Ours, Series.Ours), (calls.Peer, Series.Peer) })
        {
            foreach (var size in (int[])[1, Many])
            {
                if (
                    calls.Distributions.FirstOrDefault(d =>
                        d.Measure == measure && d.Contender == contender && d.Calls == size
                    ) is
                    { } found
                )
                {
                    lines.Add(
                        new Series(
                            $"{contender}, {(size == 1 ? "one call" : $"{size} at once")} ({found.Count.ToString("#,0", CultureInfo.InvariantCulture)})",
                            colour,
                            [.. found.Percentiles.Select(static p => (1 / (1 - (p.Of / 100)), p.Milliseconds))],
                            IsDashed: size != 1
                        )
                    );
                }
            }
        }

        var all = lines.SelectMany(static line => line.Points).Select(static point => point.Y).ToList();
        return new Plot(
            title,
            new Axis("of the times", s_shares[0].At, s_shares[^1].At, true, s_shares),
            Axis.Logarithmic("ms", Floor(all.Min()), Ceiling(all.Max()), Number.Digits),
            lines
        );
    }

    private static double Floor(double value) => Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 0.1))));

    private static double Ceiling(double value) => Math.Pow(10, Math.Ceiling(Math.Log10(value)));
}
