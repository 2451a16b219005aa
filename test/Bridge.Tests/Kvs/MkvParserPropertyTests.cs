using CsCheck;
using SonicBridge.Bridge.Kvs.Matroska;
using static SonicBridge.Bridge.Tests.Kvs.MkvBytes;

namespace SonicBridge.Bridge.Tests.Kvs;

public sealed class MkvParserPropertyTests
{
    private const string Contact = "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";

    private static readonly byte[] Stream = Join(
        AFragment.Of(1, Contact, blocks: 1, length: 60).ToBytes(),
        (AFragment.Of(2, Contact, blocks: 2, length: 12) with { SizedCluster = true, TagsFirst = true }).ToBytes(),
        (AFragment.Of(3, null, blocks: 1, length: 60) with { SizedSegment = true, SizedCluster = true }).ToBytes()
    );

    private static readonly List<string> Whole = ReadItems.Of(Stream);

    [Fact]
    public void Two_reads_that_meet_at_any_byte_give_the_same_items()
    {
        for (var cut = 1; cut < Stream.Length; cut++)
        {
            ReadItems.InPieces(Stream, [cut]).Items.ShouldBe(Whole);
        }
    }

    [Fact]
    public void Reads_of_any_length_give_the_same_items() =>
        Gen.Int[1, Stream.Length - 1]
            .Array[0, 60]
            .Sample(
                cuts => ReadItems.InPieces(Stream, [.. cuts.Distinct().Order()]).Items.SequenceEqual(Whole),
                iter: 300
            );

    [Fact]
    public void One_byte_at_a_time_gives_the_same_items() =>
        ReadItems.InPieces(Stream, [.. Enumerable.Range(1, Stream.Length - 1)]).Items.ShouldBe(Whole);

    [Fact]
    public void Cut_stream_gives_what_stood_whole_before_the_cut()
    {
        for (var length = 1; length < Stream.Length; length++)
        {
            var items = ReadItems.Of(Stream[..length]);
            items.ShouldBe(Whole[..items.Count]);
        }
    }

    [Fact]
    public void Damaged_stream_gives_items_or_the_one_exception_and_keeps_no_more_than_an_element()
    {
        var limits = new MkvLimits { Block = 4096, Description = 2048 };
        var damage = Gen.Select(Gen.Int[0, Stream.Length - 1], Gen.Byte);
        Gen.Select(damage.Array[1, 12], Gen.Int[1, 700])
            .Sample(
                (changes, step) =>
                {
                    var bytes = Stream.ToArray();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at] = value;
                    }

                    var cuts = Enumerable.Range(1, (bytes.Length - 1) / step).Select(i => i * step);
                    try
                    {
                        var (_, kept) = ReadItems.InPieces(bytes, [.. cuts], limits);
                        return kept <= limits.Block + 12 + step;
                    }
                    catch (InvalidMediaException)
                    {
                        return true;
                    }
                },
                iter: 3000
            );
    }

    [Fact]
    public void Noise_gives_items_or_the_one_exception() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(
                noise =>
                {
                    try
                    {
                        ReadItems.Of([.. AFragment.Header, .. Unsized(0x18538067, Unsized(0x1F43B675, noise))]);
                    }
                    catch (InvalidMediaException)
                    {
                        return;
                    }
                },
                iter: 3000
            );
}
