using System.Globalization;
using System.Text;

namespace SonicBridge.Bench.Calls;

/// <summary>Writes what was measured as Markdown, and says where a goal is missed.</summary>
internal static class FigureTable
{
    public static string Write(string machine, int rounds, Scoreboard scores)
    {
        var text = new StringBuilder();
        text.AppendLine(machine)
            .AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"| median of {rounds} | {scores.Peer.Name} | {scores.Ours.Name} | ratio | goal | |"
            )
            .AppendLine("| --- | ---: | ---: | ---: | --- | --- |");
        foreach (var figure in Figure.All)
        {
            if (scores.Median(figure, scores.Peer) is { } peer && scores.Median(figure, scores.Ours) is { } ours)
            {
                text.AppendLine(Row(figure, peer, ours));
            }
        }

        return text.ToString();
    }

    private static string Row(Figure figure, double peer, double ours) =>
        $"| {figure.Name} | {Say(peer, figure.Unit)} | {Say(ours, figure.Unit)} | {Ratio(peer, ours)} | {Goal(figure)} | {Verdict(figure, peer, ours)} |";

    private static string Ratio(double peer, double ours) => ours > 0 ? $"{Digits(peer / ours)} ×" : "";

    private static string Goal(Figure figure)
    {
        List<string> goals = [];
        if (figure.AtMost is { } most)
        {
            goals.Add($"{Say(most, figure.Unit)} or less");
        }

        if (figure.PeerShare is { } share)
        {
            goals.Add(share < 1 ? $"{Digits(1 / share)} × or more" : "less than the peer");
        }

        return string.Join(", ", goals);
    }

    private static string Verdict(Figure figure, double peer, double ours)
    {
        if (figure is { AtMost: null, PeerShare: null })
        {
            return "";
        }

        List<string> misses = [];
        if (ours > figure.AtMost)
        {
            misses.Add($"by {Say(ours - figure.AtMost.Value, figure.Unit)}");
        }

        if (figure.PeerShare is { } share && ours > peer * share)
        {
            misses.Add("beside the peer");
        }

        return misses.Count == 0 ? "met" : $"**missed** {string.Join(" and ", misses)}";
    }

    private static string Say(double value, string unit) =>
        unit.Length == 0 ? Digits(value) : $"{Digits(value)} {unit}";

    /// <summary>Three digits that count: more would be noise.</summary>
    private static string Digits(double value)
    {
        var format = Math.Abs(value) switch
        {
            0 => "0",
            < 10 => "0.##",
            < 100 => "0.#",
            _ => "#,0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
