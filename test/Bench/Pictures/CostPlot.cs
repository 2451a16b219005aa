using System.Globalization;
using SonicBridge.Bench.Cost;

namespace SonicBridge.Bench.Pictures;

/// <summary>The cost of carrying a call, by how many there are at once.</summary>
internal static class CostPlot
{
    private const int Most = 1000;
    private const int Points = 400;

    public static Plot Of(CostModel model)
    {
        var sizes = Enumerable
            .Range(0, Points + 1)
            .Select(static i => (int)Math.Round(Math.Pow(Most, i / (double)Points)))
            .Distinct()
            .ToList();
        var peer = model.PerInstanceOfPeer;
        return new Plot(
            string.Create(
                CultureInfo.InvariantCulture,
                $"EC2 on demand is cheaper than Fargate from {model.Bend} calls at once on; {model.PerInstance} calls fill an instance"
            ),
            Axis.Logarithmic(
                "calls at once, on the average",
                1,
                Most,
                static value => value.ToString("#,0", CultureInfo.InvariantCulture)
            ),
            Axis.Logarithmic(
                "USD for a minute of one call",
                1e-5,
                1e-2,
                static value => value.ToString("0.#####", CultureInfo.InvariantCulture)
            ),
            [
                new Series(
                    "Fargate, 0.25 vCPU and 0.5 GB each",
                    Series.Peer,
                    [.. sizes.Select(n => ((double)n, model.Fargate))]
                ),
                Line("EC2 on demand", "ec2-instance", Series.Ours, model.PerInstance),
                Line("EC2, reserved for a year", "ec2-reserved", Series.Third, model.PerInstance),
                Line("EC2 on Spot", "ec2-spot", Series.Fourth, model.PerInstance),
                Line(
                    $"EC2 on demand, the Node.js peer with as much room to spare: {peer} on an instance",
                    "ec2-instance",
                    Series.Fifth,
                    peer
                ) with
                {
                    IsDashed = true,
                },
            ]
        );

        Series Line(string name, string price, SkiaSharp.SKColor colour, int perInstance) =>
            new(name, colour, [.. sizes.Select(n => ((double)n, model.Instance(price, n, perInstance)))]);
    }
}
