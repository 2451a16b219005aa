using System.Globalization;
using System.Text;

namespace SonicBridge.Bench.Soak;

/// <summary>Writes a soak as Markdown: the samples, the line through each figure, and whether it is flat.</summary>
internal static class SoakTable
{
    // More rows show nothing that the line does not.
    private const int MostRows = 24;

    public static string Write(string machine, IEnumerable<SoakSamples> runs)
    {
        var text = new StringBuilder().AppendLine(machine);
        foreach (var run in runs)
        {
            Write(text, run);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, SoakSamples run)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {run.Title}").AppendLine();
        if (run.Summary.Length > 0)
        {
            text.AppendLine(run.Summary).AppendLine();
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {run.Clock} | {string.Join(" | ", run.Figures.Select(Head))} |"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| ---: |{string.Concat(run.Figures.Select(static _ => " ---: |"))}"
        );
        var step = Math.Max(1, (int)Math.Ceiling(run.Rows.Count / (double)MostRows));
        foreach (var (hour, values) in run.Rows.Where((_, i) => i % step == 0 || i == run.Rows.Count - 1))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {Time(hour)} | {string.Join(" | ", values.Select(Digits))} |"
            );
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| **per hour** | {Cells(run, static trend => Signed(trend.PerHour))} |"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| **grown by** | {Cells(run, static trend => Signed(trend.Growth))} |"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| **at most** | {string.Join(" | ", run.Figures.Select(static f => Digits(f.MostGrowth)))} |"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| **verdict** | {string.Join(" | ", run.Figures.Select(figure => Verdict(run, figure)))} |"
        );
        foreach (var fault in run.Faults)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**Failed**: {fault}");
        }
    }

    private static string Time(double hour) =>
        hour < 2
            ? string.Create(CultureInfo.InvariantCulture, $"{hour * 60:0.0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{hour:0.0} h");

    private static string Head(SoakFigure figure) =>
        figure.Unit.Length == 0 ? figure.Name : $"{figure.Name} [{figure.Unit}]";

    private static string Cells(SoakSamples run, Func<Trend, string> say) =>
        string.Join(" | ", run.Figures.Select(figure => run.TrendOf(figure) is { } trend ? say(trend) : "?"));

    private static string Verdict(SoakSamples run, SoakFigure figure) =>
        run.TrendOf(figure) is not { } trend ? "too short to tell"
        : trend.Growth <= figure.MostGrowth ? "flat"
        : "**grows**";

    private static string Digits(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);
}
