using SonicBridge.Bench.Soak;

namespace SonicBridge.Bench.Tests.Soak;

public sealed class SoakTableTests
{
    [Fact]
    public void What_stays_is_flat_and_what_grows_over_its_bound_is_said_to()
    {
        var run = new SoakSamples("A call", "hours", [SoakFigure.Rss, SoakFigure.Handles]);
        for (var i = 0; i < 100; i++)
        {
            run.Add(i / 100d, 20 + (i % 3), 10 + i);
        }

        run.IsGood.ShouldBeFalse();
        var table = SoakTable.Write("a machine", [run]);
        table.ShouldContain("| **verdict** | flat | **grows** |");
        table.ShouldContain("| **per hour** | ");
        table.Split('\n').Count(static line => line.Contains(" min | ", StringComparison.Ordinal)).ShouldBeLessThan(30);
    }

    [Fact]
    public void A_lost_sample_is_a_failure_though_nothing_grows()
    {
        var run = new SoakSamples("A call", "hours", [SoakFigure.Rss]);
        run.IsGood.ShouldBeTrue();
        run.Faults.Add("A sample was lost.");
        run.IsGood.ShouldBeFalse();
        SoakTable.Write("a machine", [run]).ShouldContain("**Failed**: A sample was lost.");
    }

    [Theory]
    [InlineData(60, null, 450)]
    [InlineData(120, null, 480)]
    [InlineData(1, null, 16)]
    [InlineData(60, 100, 100)]
    public void A_short_call_has_short_sessions(int minutes, int? asked, int expected) =>
        SoakCommand.SessionOf(TimeSpan.FromMinutes(minutes), asked).ShouldBe(TimeSpan.FromSeconds(expected));
}
