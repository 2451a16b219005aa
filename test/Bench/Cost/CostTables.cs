using System.Globalization;
using System.Text;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Cost;

/// <summary>The tables of docs/cost.md.</summary>
internal static class CostTables
{
    private static readonly (string Name, string Price)[] s_ways =
    [
        ("EC2 on demand", "ec2-instance"),
        ("EC2, reserved for a year", "ec2-reserved"),
        ("EC2 on Spot", "ec2-spot"),
    ];

    /// <summary>What it is computed from.</summary>
    public static string Prices(PriceList prices)
    {
        var text = new StringBuilder();
        text.AppendLine("| price | USD | for | from | read |").AppendLine("| --- | ---: | --- | --- | --- |");
        foreach (var price in prices.Prices)
        {
            var source = price.Source.Length == 0 ? "**assumed**" : $"<{price.Source}>";
            var note = price.Note is { } said ? $" ({said})" : "";
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {price.What} | {price.Usd:0.##########} | {price.Per} | {source}{note} | {price.Read} |"
            );
        }

        return text.ToString();
    }

    /// <summary>How many calls an instance takes.</summary>
    public static string Instance(CostModel model)
    {
        var (ours, peer) = (model.Ours, model.Peer);
        var (deployment, usage) = (model.Deployment, model.Usage);
        return new StringBuilder()
            .AppendLine("| calls on an instance | by CPU | by memory | both |")
            .AppendLine("| --- | --- | --- | ---: |")
            .AppendLine(
                $"| what bridges reserve: {deployment.BridgeCpu} units, {deployment.BridgeMemory} MiB | ({usage.Vcpus} × {CostModel.UnitsOfVcpu} − {deployment.StandbyCpu}) / {deployment.BridgeCpu} = {model.ReservedByCpu} | ({usage.InstanceMemory} − {deployment.StandbyMemory}) / {deployment.BridgeMemory} = {model.ReservedByMemory} | {Math.Min(model.ReservedByCpu, model.ReservedByMemory)} |"
            )
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"| the same, kept full at {deployment.TargetCapacity:P0} | | | **{model.PerInstance}** |"
            )
            .AppendLine(Use("what bridges use", ours))
            .AppendLine(Use("what the Node.js peer uses", peer))
            .ToString();

        string Use(string title, CurvePoint each) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {title}, {each.Calls} at once: {Number.Digits(each.MinuteCpu)} s of CPU a minute, {Number.Digits(each.Memory)} MiB | {usage.Vcpus} × 60 × {usage.MostCpu:0.##} / {Number.Digits(each.MinuteCpu)} = {model.BearableByCpu(each)} | {usage.InstanceMemory} × {usage.MostMemory:0.##} / {Number.Digits(each.Memory)} = {model.BearableByMemory(each)} | {model.Bearable(each)} |"
            );
    }

    /// <summary>The bridge alone, in the ways that it can be run.</summary>
    public static string Bridge(CostModel model)
    {
        var text = new StringBuilder();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| the bridge, USD for a minute of one call | 1 call at once | 10 | 100 | 1,000 | full instances |"
            )
            .AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |")
            .AppendLine(Row("Fargate, 0.25 vCPU and 0.5 GB for each", _ => model.Fargate, model.Fargate));
        foreach (var (name, price) in s_ways)
        {
            text.AppendLine(Row(name, n => model.Instance(price, n, model.PerInstance), model.Instance(price)));
        }

        return text.AppendLine(
                Row(
                    $"EC2 on demand, the Node.js peer with as much room to spare: {model.PerInstanceOfPeer} on an instance",
                    n => model.Instance("ec2-instance", n, model.PerInstanceOfPeer),
                    model.Price("ec2-instance") / model.PerInstanceOfPeer / 60
                )
            )
            .ToString();

        static string Row(string name, Func<int, double> each, double full) =>
            $"| {name} | {Number.Usd(each(1))} | {Number.Usd(each(10))} | {Number.Usd(each(100))} | {Number.Usd(each(1000))} | {Number.Usd(full)} |";
    }

    /// <summary>All that a minute of call costs.</summary>
    public static string Minute(CostModel model)
    {
        var usage = model.Usage;
        (string Name, string How, double Usd)[] parts =
        [
            ("bridge", $"EC2 on demand, {model.PerInstance} calls on an instance", model.Instance("ec2-instance")),
            (
                "next-prompt, time",
                $"{usage.Waiting:P0} of the call × 60 s × {model.Deployment.PollMemory} MB, and its invocations",
                usage.Waiting * model.PollTime(model.Deployment.PollMemory)
            ),
            (
                "next-prompt, S3",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{usage.Waiting:P0} × 60 s × {Number.Digits(model.Poll.Gets)} GETs, measured"
                ),
                usage.Waiting * model.PollGets
            ),
            ("the bridge's files in S3", "PUTs and GETs of the conversation, measured", model.Folder),
            (
                "execution",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{model.Deployment.Transitions} transitions in a call of {usage.CallMinutes:0} minutes"
                ),
                model.Execution
            ),
            ("Kinesis Video Streams", "the caller's track in, and out once", model.Media),
            (
                "NAT gateway, data",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{usage.NatGigabytes * 1000:0.#} MB: where there are no interface endpoints"
                ),
                model.Network
            ),
        ];
        var text = new StringBuilder();
        text.AppendLine("| a minute of one call | how | USD |").AppendLine("| --- | --- | ---: |");
        foreach (var (name, how, usd) in parts)
        {
            text.AppendLine($"| {name} | {how} | {Number.Usd(usd)} |");
        }

        var ours = parts.Sum(static part => part.Usd);
        return text.AppendLine($"| **this repository's part** | | **{Number.Usd(ours)}** |")
            .AppendLine($"| Nova 2 Sonic | an estimate: see the prices | {Number.Usd(model.Price("sonic-minute"))} |")
            .AppendLine(
                $"| Amazon Connect | a minute of voice, without telephony | {Number.Usd(model.Price("connect-minute"))} |"
            )
            .AppendLine(
                $"| **all of it** | | **{Number.Usd(ours + model.Price("sonic-minute") + model.Price("connect-minute"))}** |"
            )
            .ToString();
    }

    /// <summary>What waiting costs, by the memory of the function that waits.</summary>
    public static string Waiting(CostModel model)
    {
        var text = new StringBuilder();
        text.AppendLine("| a minute of waiting, `next-prompt` with | Lambda, USD | S3 GETs, USD | both |")
            .AppendLine("| --- | ---: | ---: | ---: |");
        foreach (var size in (int[])[128, 256, 512])
        {
            var time = model.PollTime(size);
            text.AppendLine(
                $"| {size} MB{(size == model.Deployment.PollMemory ? ", as the template has it" : "")} | {Number.Usd(time)} | {Number.Usd(model.PollGets)} | {Number.Usd(time + model.PollGets)} |"
            );
        }

        return text.ToString();
    }

    /// <summary>Sentences whose numbers are computed.</summary>
    public static string Bend(CostModel model)
    {
        var fixedCost = model.Deployment.LeastInstances * model.Price("ec2-instance");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {model.Deployment.LeastInstances} instances are there always: {Number.Usd(
                fixedCost
            )} USD an hour, whoever calls. So with few calls at once Fargate is the cheaper one; the
            curve bends at **{model.Bend} calls at once** on the average over the day, nights included, from which on EC2 on demand costs less. It falls
            until those instances are full, at {model.Deployment.LeastInstances
                * model.PerInstance} calls, and is flat from there on: an instance for each further {model.PerInstance}.

            """
        );
    }
}
