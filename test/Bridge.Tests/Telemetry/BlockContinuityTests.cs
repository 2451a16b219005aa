using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Telemetry;

namespace SonicBridge.Bridge.Tests.Telemetry;

public sealed class BlockContinuityTests
{
    private readonly BlockContinuity _continuity = new();

    [Fact]
    public void Blocks_that_follow_one_another_lack_nothing() =>
        new long[] { 1000, 1064, 1128, 1191 }
            .Sum(Take)
            .ShouldBe(0);

    [Fact]
    public void Missing_blocks_are_counted() =>
        new long[] { 1000, 1064, 1320, 1384 }
            .Sum(Take)
            .ShouldBe(3);

    [Fact]
    public void A_date_that_goes_back_is_no_loss() =>
        new long[] { 1000, 936, 1000 }
            .Sum(Take)
            .ShouldBe(0);

    private long Take(long time) => _continuity.Take(new BlockPosition("1", time), 1024);
}
