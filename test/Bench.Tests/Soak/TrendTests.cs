using CsCheck;
using SonicBridge.Bench.Soak;

namespace SonicBridge.Bench.Tests.Soak;

public sealed class TrendTests
{
    [Fact]
    public void A_line_is_found_whatever_lies_about_it() =>
        Gen.Select(Gen.Double[-50, 50], Gen.Double[0, 1000], Gen.Int[8, 200])
            .Sample(
                static (slope, start, count) =>
                {
                    var hours = Enumerable.Range(0, count).Select(static i => i / 10d).ToList();
                    var trend = Trend.Of([.. hours.Select(hour => (hour, start + (slope * hour)))])!;
                    trend.PerHour.ShouldBe(slope, 1e-6);
                    var settled = hours.Skip(count / 4).ToList();
                    trend.Growth.ShouldBe(slope * (settled[^1] - settled[0]), 1e-6);
                }
            );

    [Fact]
    public void What_a_process_takes_at_its_start_is_no_growth()
    {
        (double, double)[] samples = [(0, 5), (1, 20), (2, 30), (3, 30), (4, 30), (5, 30), (6, 30), (7, 30)];
        Trend.Of(samples)!.Growth.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void A_few_samples_tell_nothing() => Trend.Of([(0, 1), (1, 2), (2, 3), (3, 4)]).ShouldBeNull();
}
