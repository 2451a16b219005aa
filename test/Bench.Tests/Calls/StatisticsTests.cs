using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Tests.Calls;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 100.0 }, 3.0)]
    [InlineData(new[] { 7.0 }, 7.0)]
    public void Median_is_the_middle_whatever_the_order(double[] values, double median) =>
        Statistics.Median(values).ShouldBe(median);

    [Fact]
    public void Median_of_nothing_is_no_number() => Should.Throw<ArgumentException>(() => Statistics.Median([]));

    [Fact]
    public void Percentiles_are_milliseconds_of_what_was_recorded()
    {
        var durations = Statistics.Durations();
        for (var i = 1; i <= 100; i++)
        {
            Statistics.Record(durations, TimeSpan.FromMilliseconds(i));
        }

        Statistics.Percentile(durations, 50).ShouldBe(50, 0.1);
        Statistics.Percentile(durations, 99).ShouldBe(99, 0.1);
    }
}
