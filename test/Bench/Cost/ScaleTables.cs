using System.Globalization;
using System.Text;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Cost;

/// <summary>The table of docs/scale.md.</summary>
internal static class ScaleTables
{
    public static string Quotas(QuotaList quotas, ScalePlan plan)
    {
        var text = new StringBuilder();
        text.AppendLine("| quota | default | needed | because | to do |")
            .AppendLine("| --- | ---: | ---: | --- | --- |");
        foreach (var quota in quotas.Quotas)
        {
            var (need, why) = plan.Of(quota.Id);
            text.AppendLine(
                $"| {quota.Service}: [{quota.What}]({quota.Source}) ({quota.Read}) | {Say(quota.Default)} {quota.Unit} | {Say(Math.Ceiling(need))} | {why} | {Advice(quota, need)} |"
            );
        }

        return text.ToString();
    }

    /// <summary>What the plan is of.</summary>
    public static string Load(ScalePlan plan, CostModel model) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | | |
            | --- | ---: |
            | calls at once | {plan.Calls:#,0} |
            | a call takes | {model.Usage.CallMinutes:0} minutes |
            | calls that begin in a second | {plan.Starts:0.#} |
            | callers who wait at `next-prompt` at any moment | {plan.Calls * model.Usage.Waiting:#,0} |
            | instances of {model.Usage.Vcpus} vCPUs, {model.PerInstance} calls on each | {model.Instances(
                plan.Calls,
                model.PerInstance
            ):#,0} |
            | USD an hour for them, on demand | {Number.Usd(
                model.Instances(plan.Calls, model.PerInstance) * model.Price("ec2-instance")
            )} |

            """
        );

    internal static string Advice(Quota quota, double need)
    {
        if (need <= quota.Default)
        {
            return need > quota.Default / 2 ? "within it, by less than half: raise it" : "within it";
        }

        return quota.Adjustable ? $"**raise it**, {Say(need / quota.Default, "0.#")} × and a reserve" : "**see below**";
    }

    private static string Say(double value, string format = "#,0") =>
        value.ToString(format, CultureInfo.InvariantCulture);
}
