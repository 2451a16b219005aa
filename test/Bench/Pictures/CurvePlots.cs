using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Calls.Runs;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Pictures;

/// <summary>What each call takes, by how many there are at once.</summary>
internal static class CurvePlots
{
    public static IReadOnlyList<Plot> Of(CallsResult calls) =>
        [
            Plot(calls, "Start to the last one's first audio", "s", static point => point.Start / 1000),
            Plot(calls, "CPU for a minute of each", "s", static point => point.MinuteCpu),
            Plot(calls, "Memory of each, PSS", "MiB", static point => point.Memory),
        ];

    private static Plot Plot(CallsResult calls, string title, string unit, Func<CurvePoint, double> value) =>
        new(
            title,
            new Axis(
                "calls at once",
                0,
                CurveRun.Most,
                false,
                [.. CurveRun.Sizes.Select(static size => ((double)size, Number.Digits(size)))]
            ),
            Axis.Linear(unit, calls.Curve.Select(value), Number.Digits),
            [LineOf(calls, calls.Ours, Series.Ours, value), LineOf(calls, calls.Peer, Series.Peer, value)]
        );

    private static Series LineOf(
        CallsResult calls,
        string contender,
        SkiaSharp.SKColor colour,
        Func<CurvePoint, double> value
    ) =>
        new(
            contender,
            colour,
            [
                .. calls
                    .Curve.Where(point => point.Contender == contender)
                    .Select(point => ((double)point.Calls, value(point))),
            ],
            IsMarked: true
        );
}
