using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Tests.Calls;

public sealed class FigureTableTests
{
    private static readonly Contender Peer = new("the peer", "peer", []);
    private static readonly Contender Ours = new("ours", "ours", []);

    [Fact]
    public void A_row_has_both_medians_their_ratio_and_the_goal()
    {
        var row = RowOf(Figure.Start, [500, 400, 90], [40, 25, 10]);

        row.ShouldContain("| 400 ms | 25 ms | 16 × |");
        row.ShouldContain("| 45 ms or less, 8 × or more | met |");
    }

    [Fact]
    public void A_missed_goal_says_so_and_by_how_much() =>
        RowOf(Figure.Start, [1000], [60]).ShouldEndWith("| **missed** by 15 ms |");

    [Fact]
    public void A_figure_within_its_bound_may_still_miss_beside_the_peer() =>
        RowOf(Figure.MedianLatency, [1], [1.1]).ShouldEndWith("| **missed** beside the peer |");

    [Fact]
    public void One_lost_sample_is_a_miss() => RowOf(Figure.Altered, [0], [1]).ShouldEndWith("| **missed** by 1 |");

    [Fact]
    public void What_was_not_measured_is_not_in_the_table()
    {
        var table = FigureTable.Write("a machine", 3, new Scoreboard(Peer, Ours));

        table.ShouldStartWith("a machine");
        Rows(table).ShouldBeEmpty();
    }

    private static string RowOf(Figure figure, double[] peer, double[] ours)
    {
        var scores = new Scoreboard(Peer, Ours);
        Array.ForEach(peer, value => scores.Add(figure, Peer, value));
        Array.ForEach(ours, value => scores.Add(figure, Ours, value));
        return Rows(FigureTable.Write("a machine", 3, scores)).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Rows(string table) =>
        table.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('|')).Skip(2);
}
