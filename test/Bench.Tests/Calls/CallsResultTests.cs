using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Tests.Calls;

public sealed class CallsResultTests
{
    private static readonly Contender Peer = new("the peer", "peer", []);
    private static readonly Contender Ours = new("ours", "ours", []);

    [Fact]
    public void What_is_kept_makes_the_same_table_again()
    {
        var scores = new Scoreboard(Peer, Ours);
        foreach (var (contender, values) in new[] { (Peer, (double[])[400, 90, 500]), (Ours, [25, 10, 40]) })
        {
            Array.ForEach(values, value => scores.Add(Figure.Start, contender, value));
        }

        var kept = CallsResult.Of("a machine", 3, scores);

        FigureTable.Write("a machine", 3, kept.ToScoreboard()).ShouldBe(FigureTable.Write("a machine", 3, scores));
    }

    [Fact]
    public void A_distribution_rises_to_what_took_longest()
    {
        var scores = new Scoreboard(Peer, Ours);
        scores.Record(
            Measure.AddedLatency,
            1,
            Ours,
            Enumerable.Range(1, 1000).Select(static i => TimeSpan.FromMilliseconds(i))
        );

        var distribution = CallsResult.Of("a machine", 1, scores).Distributions.ShouldHaveSingleItem();

        distribution.Count.ShouldBe(1000);
        distribution.Percentiles.ShouldBe([.. distribution.Percentiles.OrderBy(static p => p.Milliseconds)]);
        distribution.Percentiles.First(static p => p.Of >= 50).Milliseconds.ShouldBe(500, 5);
    }
}
