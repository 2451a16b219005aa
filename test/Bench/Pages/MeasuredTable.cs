using System.Text;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Calls.Runs;
using SonicBridge.Bench.Cost;
using SonicBridge.Bench.Lambdas;

namespace SonicBridge.Bench.Pages;

/// <summary>What the README shows of it all.</summary>
internal static class MeasuredTable
{
    private static readonly (string Title, Figure Figure)[] s_figures =
    [
        ("process start to the first audio at the model", Figure.Start),
        ($"the same, {CrowdRun.Calls} calls started at once, the last", Figure.CrowdStart),
        ("memory of one call, RSS", Figure.Rss),
        ($"memory of each of {CompanyRun.Calls} calls, PSS", Figure.Pss),
        ("CPU for a minute of call, start included", Figure.FirstMinuteCpu),
        ("CPU for each further minute", Figure.FurtherMinuteCpu),
        ("added on the way to the model, p50", Figure.MedianLatency),
        ("the same, p99", Figure.TailLatency),
        ($"{CurveRun.Most} calls at once: callers not heard sample for sample", Figure.Altered),
    ];

    public static string Write(CallsResult calls, StartsResult starts, CostModel model)
    {
        var scores = calls.ToScoreboard();
        var text = new StringBuilder();
        text.AppendLine($"| {calls.Machine} | {calls.Peer} | {calls.Ours} | |")
            .AppendLine("| --- | ---: | ---: | ---: |");
        foreach (var (title, figure) in s_figures)
        {
            if (scores.Median(figure, scores.Peer) is { } peer && scores.Median(figure, scores.Ours) is { } ours)
            {
                Row(title, peer, ours, figure.Unit);
            }
        }

        if (
            starts.Rows.FirstOrDefault(static row => row.Kind is StartKind.NodeFunction) is { } node
            && starts.Rows.FirstOrDefault(row =>
                row.Kind is StartKind.CallFunction && node.Name.StartsWith(row.Name, StringComparison.Ordinal)
            )
                is { } function
        )
        {
            Row("cold start of the call-start Lambda, to its answer", node.Median, function.Median, "ms");
        }

        Row(
            "calls that two vCPUs and 4 GiB bear",
            model.Bearable(model.Peer),
            model.Bearable(model.Ours),
            "",
            more: true
        );
        return text.ToString();

        void Row(string title, double peer, double ours, string unit, bool more = false)
        {
            var ratio = (peer, ours) is (> 0, > 0) ? $"{Number.Digits(more ? ours / peer : peer / ours)} ×" : "";
            text.AppendLine($"| {title} | {Number.Say(peer, unit)} | {Number.Say(ours, unit)} | {ratio} |");
        }
    }
}
