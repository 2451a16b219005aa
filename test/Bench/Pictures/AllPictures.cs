using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Cost;
using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Polls;
using SonicBridge.Local.Call;
using SonicBridge.Local.View.Graph;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Bench.Pictures;

/// <summary>Draws what was measured, for the docs.</summary>
internal static class AllPictures
{
    /// <summary>From the repository's root.</summary>
    public static IReadOnlyList<string> Files { get; } =
    ["docs/pictures/latency.png", "docs/pictures/curve.png", "docs/pictures/cost.png"];

    private const int Scale = 2;
    private const float Top = 76;
    private const float Between = 34;
    private const float Height = 380;

    /// <summary>Draws all.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Draw(CallsResult calls, PollsResult polls)
    {
        var model = new CostModel(PriceList.Read(), Deployment.Read(), new Usage(), calls, polls);
        Save(
            Files[0],
            "How long audio takes to the model, and an answer to its first prompt",
            $"The share of times that took no longer, bridge and peer on the same simulated AWS. {calls.Machine}",
            LatencyPlots.Of(calls)
        );
        Save(
            Files[1],
            "What more and more calls at once take",
            $"Bridge and peer with 1, 10, 25 and 50 calls, on the same simulated AWS and the same cores. {calls.Machine}",
            CurvePlots.Of(calls)
        );
        Save(
            Files[2],
            "What a minute of one call costs to carry, and where that bends",
            "The bridge alone, without Lambda, S3, the model and Amazon Connect. Prices: test/Bench/Cost/prices.json",
            [CostPlot.Of(model)]
        );
        return Files;
    }

    private static void Save(string file, string title, string explanation, IReadOnlyList<Plot> plots)
    {
        using var lettering = new Lettering();
        using var sheet = new Sheet(Top + Height + 20, Scale, lettering);
        const float Left = 24;
        sheet.Text(title, Left, 32, 20, Sheet.Ink);
        sheet.Text(lettering.Shorten(explanation, 13, Sheet.Width - (2 * Left)), Left, 54, 13, Sheet.Faint);
        var width = (Sheet.Width - (2 * Left) - (Between * (plots.Count - 1))) / plots.Count;
        for (var i = 0; i < plots.Count; i++)
        {
            var frame = new Area(Left + (i * (width + Between)), Top, width, Height);
            new PlotDrawing(sheet, lettering, frame).Draw(plots[i]);
        }

        using var png = File.Create(Path.Join(Product.Built.Repository, file));
        sheet.Save(png);
    }
}
