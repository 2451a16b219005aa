using SonicBridge.Bench.Calls.Runs;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Calls;

/// <summary>Writes what more and more calls at once take of both, as Markdown.</summary>
internal static class CurveTable
{
    public static string Write(CallsResult result)
    {
        var sizes = CurveRun
            .Sizes.Where(size => result.Curve.Count(point => point.Calls == size) == 2)
            .Select(size => (Peer: result.PeerAt(size), Ours: result.OursAt(size)))
            .ToList();
        var table = new ColumnTable(
            $"{result.Peer} / {result.Ours}, calls at once",
            [.. sizes.Select(static pair => $"{pair.Ours.Calls}")]
        );
        Row("start to the last call's first audio", static point => point.Start, "ms");
        Row("CPU to start one", static point => point.StartCpu, "ms");
        Row("CPU for a further minute of each", static point => point.MinuteCpu, "s");
        Row("memory of each, PSS", static point => point.Memory, "MiB");
        Row("latency added, p50", static point => point.MedianLatency, "ms");
        Row("latency added, p99", static point => point.TailLatency, "ms");
        Row("callers not heard sample for sample", static point => point.Altered, "");
        return table.ToString();

        void Row(string title, Func<CurvePoint, double> value, string unit) =>
            table.Row(
                title,
                sizes.Select(pair => $"{Number.Digits(value(pair.Peer))} / {Number.Say(value(pair.Ours), unit)}")
            );
    }
}
