using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Cost;
using SonicBridge.Bench.Lambdas;
using SonicBridge.Bench.Polls;
using SonicBridge.Bench.Results;

namespace SonicBridge.Bench.Pages;

/// <summary>All pages that show what was measured.</summary>
internal static class AllPages
{
    private const int ManyCalls = 10_000;

    public static IReadOnlyList<Page> Of(CallsResult calls, StartsResult starts, PollsResult polls)
    {
        var scores = calls.ToScoreboard();
        var prices = PriceList.Read();
        var model = new CostModel(prices, Deployment.Read(), new Usage(), calls, polls);
        var plan = new ScalePlan(ManyCalls, model, scores, polls.Unhurried);
        return
        [
            new Page(
                "README.md",
                new Dictionary<string, string> { ["measured"] = MeasuredTable.Write(calls, starts, model) }
            ),
            new Page(
                "test/Bench/README.md",
                new Dictionary<string, string>
                {
                    ["calls"] = FigureTable.Write(calls.Machine, calls.Rounds, scores),
                    ["curve"] = CurveTable.Write(calls),
                    ["starts"] = StartsTable.Write(starts),
                    ["memory"] = StartsTable.WriteMemory(starts),
                    ["polls"] = PollsTable.Write(polls),
                }
            ),
            new Page(
                "docs/cost.md",
                new Dictionary<string, string>
                {
                    ["minute"] = CostTables.Minute(model),
                    ["instance"] = CostTables.Instance(model),
                    ["bridge"] = CostTables.Bridge(model),
                    ["bend"] = CostTables.Bend(model),
                    ["waiting"] = CostTables.Waiting(model),
                    ["prices"] = CostTables.Prices(prices),
                }
            ),
            new Page(
                "docs/scale.md",
                new Dictionary<string, string>
                {
                    ["quotas"] = ScaleTables.Quotas(QuotaList.Read(), plan),
                    ["load"] = ScaleTables.Load(plan, model),
                }
            ),
        ];
    }

    /// <summary>From what is kept in the repository.</summary>
    /// <exception cref="NotReadyException">Something was never measured.</exception>
    public static IReadOnlyList<Page> Kept() =>
        Of(ResultFiles.Calls.Read(), ResultFiles.Starts.Read(), ResultFiles.Polls.Read());
}
