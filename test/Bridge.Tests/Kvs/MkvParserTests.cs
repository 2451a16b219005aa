using System.Buffers;
using System.Text;
using SonicBridge.Bridge.Kvs.Matroska;
using static SonicBridge.Bridge.Tests.Kvs.MkvBytes;

namespace SonicBridge.Bridge.Tests.Kvs;

public sealed class MkvParserTests
{
    private const string Contact = "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";

    [Fact]
    public void Fragment_of_Connect_yields_its_parts_in_the_order_of_the_stream()
    {
        var fragment = AFragment.Of(1, Contact, blocks: 2);
        var items = ReadItems.Of(fragment.ToBytes());
        items
            .Select(item => item.Split(' ')[0])
            .ShouldBe([
                "Document",
                "Segment",
                "Track",
                "Track",
                "Tag",
                "Block",
                "Block",
                "Block",
                "Block",
                .. Enumerable.Repeat("Tag", 6),
            ]);
        items[1].ShouldBe($"Segment 0 0  {Convert.ToHexString(AFragment.Uid(1))}");
        items[2].ShouldBe("Track 1 0 AUDIO_FROM_CUSTOMER ");
        items[4].ShouldEndWith(Convert.ToHexString(Encoding.UTF8.GetBytes(AFragment.NumberOf(1))));
        items[8].ShouldBe($"Block 2 {fragment.Time + 64}  {Convert.ToHexString(AFragment.Pcm(1, 1, 2))}");
        items[9].ShouldStartWith("Tag 0 0 ContactId ");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Segment_and_Cluster_of_known_or_unknown_size_read_alike(bool sizedSegment, bool sizedCluster)
    {
        var plain = AFragment.Of(1, Contact, blocks: 2);
        var other = plain with { SizedSegment = sizedSegment, SizedCluster = sizedCluster };
        ReadItems
            .Of(Join(other.ToBytes(), other.ToBytes()))
            .ShouldBe(ReadItems.Of(Join(plain.ToBytes(), plain.ToBytes())));
    }

    [Fact]
    public void Samples_that_look_like_a_new_document_do_not_split_the_block()
    {
        byte[] pcm = [1, 2, 0x1A, 0x45, 0xDF, 0xA3, 0x1F, 0x43, 0xB6, 0x75, 3, 4];
        var fragment = AFragment.Of(1, Contact) with { Blocks = [(1, 0, pcm), (1, 64, pcm)] };
        ReadItems.Of(fragment.ToBytes()).Count(item => item.StartsWith("Block", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Times_are_scaled_and_may_lie_before_their_cluster()
    {
        var fragment = AFragment.Of(1, Contact) with { Scale = 100_000, Blocks = [(1, -20, [1, 2]), (1, 20, [3, 4])] };
        var blocks = ReadItems.Of(fragment.ToBytes()).Where(i => i.StartsWith("Block", StringComparison.Ordinal));
        blocks.ShouldBe([$"Block 1 {(fragment.Time - 20) / 10}  0102", $"Block 1 {(fragment.Time + 20) / 10}  0304"]);
    }

    [Fact]
    public void Scale_of_one_document_does_not_outlive_it()
    {
        var scaled = AFragment.Of(1, Contact, blocks: 1) with { Scale = 100_000 };
        var plain = AFragment.Of(1, Contact, blocks: 1) with { Scale = null };
        ReadItems
            .Of(Join(scaled.ToBytes(), plain.ToBytes()))
            .ShouldContain(item => item.StartsWith($"Block 1 {plain.Time} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Block_in_a_group_reads_like_a_simple_one()
    {
        var cluster = Unsized(
            0x1F43B675,
            Number(0xE7, 1000),
            Element(0xA0, Element(0xA1, BlockBody(1, 5, [9, 9])), Number(0x9B, 64)),
            SimpleBlock(1, 69, [8, 8])
        );
        ReadItems
            .Of([.. AFragment.Header, .. Unsized(0x18538067, cluster)])
            .ShouldBe(["Document 0 0  ", "Block 1 1005  0909", "Block 1 1069  0808"]);
    }

    [Fact]
    public void Elements_that_are_not_known_are_passed_over_wherever_they_stand()
    {
        var unknown = Element(0x4FFF, Text(0x536E, "a vendor's own"), new byte[3000]);
        var cluster = Unsized(0x1F43B675, unknown, Number(0xE7, 7), unknown, SimpleBlock(1, 0, [1, 2]), unknown);
        var segment = Unsized(0x18538067, unknown, Element(0xEC, new byte[100]), cluster);
        ReadItems
            .Of(Join(AFragment.Header, segment, AFragment.Header))
            .ShouldBe(["Document 0 0  ", "Block 1 7  0102", "Document 0 0  "]);
    }

    [Fact]
    public void Texts_lose_the_zero_bytes_that_pad_them()
    {
        var tag = Element(0x1254C367, Tag("ContactId\0\0", "abc\0"));
        ReadItems.Of([.. AFragment.Header, .. Unsized(0x18538067, tag)])[1].ShouldBe("Tag 0 0 ContactId 616263");
    }

    public static TheoryData<string, byte[]> Broken { get; } =
        new()
        {
            { "stands where a document should begin", "4286810142F78101"u8.ToArray() },
            { "stands where a document should begin", SimpleBlock(1, 0, [1, 2]) },
            { "begins no element id", [0x00, 0x01, 0x02] },
            { "size is longer than 8 bytes", [0x1A, 0x45, 0xDF, 0xA3, 0x00] },
            { "names another document type", Element(0x1A45DFA3, Text(0x4282, "ogg")) },
            { "has 2097152 bytes; at most 1048576 are taken", InCluster([0xA3, 0x10, 0x20, 0x00, 0x00]) },
            { "which only Segment and Cluster may have", InCluster([0xA3, 0xFF]) },
            {
                "before its Cluster's timecode",
                [.. AFragment.Header, .. Unsized(0x18538067, Unsized(0x1F43B675, SimpleBlock(1, 0, [1])))]
            },
            { "is laced", InCluster(Element(0xA3, BlockBody(1, 0, [1, 2], flags: 0x04))) },
            { "too short", InCluster(Element(0xA3, [0x81, 0])) },
            { "reaches past the end", [.. AFragment.Header, .. Element(0x18538067, [0xEC, 0x85, 1])] },
            { "A document begins at byte", [.. AFragment.Header, .. Element(0x18538067, AFragment.Header)] },
            {
                "do not fit into it",
                [.. AFragment.Header, .. Unsized(0x18538067, Element(0x1549A966, [0x73, 0xA4, 0x90, 1]))]
            },
            { "is a number of 9 bytes", InCluster(Element(0xE7, new byte[9])) },
            {
                "does not fit",
                [
                    .. AFragment.Header,
                    .. Unsized(0x18538067, Unsized(0x1F43B675, Number(0xE7, ulong.MaxValue), SimpleBlock(1, 0, [1]))),
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_stream_is_refused_with_a_sentence(string sentence, byte[] bytes) =>
        Should.Throw<InvalidMediaException>(() => ReadItems.Of(bytes)).Message.ShouldContain(sentence);

    [Fact]
    public void Oversized_element_is_refused_by_its_header_alone()
    {
        var limits = new MkvLimits { Block = 100 };
        var cut = InCluster([0xA3, 0x40, 101]);
        Should.Throw<InvalidMediaException>(() => ReadItems.InPieces(cut, [], limits));
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var bytes = AFragment.Of(1, Contact).ToBytes();
        var limits = new MkvLimits();
        ReadAll(bytes, limits).ShouldBe(32);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            ReadAll(bytes, limits);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static int ReadAll(byte[] bytes, MkvLimits limits)
    {
        var state = default(MkvState);
        var input = new ReadOnlySequence<byte>(bytes);
        var blocks = 0;
        while (MkvParser.TryRead(ref state, ref input, limits, out var item))
        {
            blocks += item.Kind == MkvItemKind.Block ? 1 : 0;
        }

        return blocks;
    }

    private static byte[] InCluster(byte[] bytes) =>
        [.. AFragment.Header, .. Unsized(0x18538067, Unsized(0x1F43B675, Number(0xE7, 1), bytes))];
}
