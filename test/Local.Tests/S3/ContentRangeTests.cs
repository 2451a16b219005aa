using CsCheck;
using SonicBridge.Local.S3;

namespace SonicBridge.Local.Tests.S3;

public sealed class ContentRangeTests
{
    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=2-", 2, 8)]
    [InlineData("bytes=-3", 7, 3)]
    [InlineData("bytes=-30", 0, 10)]
    [InlineData("bytes=5-500", 5, 5)]
    [InlineData("bytes=10-", 0, 0)]
    [InlineData("bytes=-0", 10, 0)]
    public void Range_is_cut_to_the_object(string header, int start, int length)
    {
        ContentRange.TryParse(header, 10, out var range).ShouldBeTrue();
        range.ShouldBe(new ContentRange(start, length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bytes=-")]
    [InlineData("bytes=5-4")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("items=0-1")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=99999999999999999999-")]
    public void What_is_no_range_is_passed_over(string? header) =>
        ContentRange.TryParse(header, 10, out _).ShouldBeFalse();

    [Fact]
    public void Range_is_always_inside_the_object() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, 1000])
            .Sample(
                (first, last, size) =>
                {
                    if (ContentRange.TryParse($"bytes={Math.Abs(first / 2)}-{Math.Abs(last / 2)}", size, out var range))
                    {
                        range.Length.ShouldBeInRange(0, size);
                        (range.Start + range.Length).ShouldBeInRange(0, size);
                    }
                }
            );
}
