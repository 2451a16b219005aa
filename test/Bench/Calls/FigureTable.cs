using System.Globalization;
using System.Text;
using SonicBridge.Bench.Pages;

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
        $"| {figure.Name} | {Number.Say(peer, figure.Unit)} | {Number.Say(ours, figure.Unit)} | {Ratio(peer, ours)} | {Goal(figure)} | {Verdict(figure, peer, ours)} |";

    private static string Ratio(double peer, double ours) => ours > 0 ? $"{Number.Digits(peer / ours)} ×" : "";

    private static string Goal(Figure figure)
    {
        List<string> goals = [];
        if (figure.AtMost is { } most)
        {
            goals.Add($"{Number.Say(most, figure.Unit)} or less");
        }

        if (figure.PeerShare is { } share)
        {
            goals.Add(share < 1 ? $"{Number.Digits(1 / share)} × or more" : "less than the peer");
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
            misses.Add($"by {Number.Say(ours - figure.AtMost.Value, figure.Unit)}");
        }

        if (figure.PeerShare is { } share && ours > peer * share)
        {
            misses.Add("beside the peer");
        }

        return misses.Count == 0 ? "met" : $"**missed** {string.Join(" and ", misses)}";
    }
}
