using System.Buffers.Binary;
using System.Text;

namespace SonicBridge.Local.Tests.Kvs;

/// <summary>Takes a GetMedia response apart by Matroska's rules alone, and notes the order of what it finds.</summary>
internal sealed class MkvWalk
{
    private const uint Ebml = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Cluster = 0x1F43B675;
    private const uint TagsId = 0x1254C367;

    private readonly List<MkvDocument> _documents = [];
    private string _tagName = "";
    private byte _trackNumber;
    private long _timecode;

    /// <summary>All documents; the bytes have to end where one ends.</summary>
    public static IReadOnlyList<MkvDocument> Read(ReadOnlySpan<byte> bytes)
    {
        var walk = new MkvWalk();
        walk.Walk(bytes, []);
        return walk._documents;
    }

    /// <returns>How many bytes belonged to the parent.</returns>
    private int Walk(ReadOnlySpan<byte> bytes, uint[] endedBy)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var idLength = 1 + int.LeadingZeroCount(bytes[at] << 24);
            var id = Big(bytes.Slice(at, idLength));
            if (endedBy.Contains((uint)id))
            {
                return at;
            }

            at += idLength;
            var sizeLength = 1 + int.LeadingZeroCount(bytes[at] << 24);
            var size = Big(bytes.Slice(at, sizeLength)) & ~(1ul << (7 * sizeLength));
            at += sizeLength;
            if (size == (1ul << (7 * sizeLength)) - 1)
            {
                sizeLength.ShouldBe(8);
                at += Enter((uint)id, bytes[at..], unknown: true);
            }
            else
            {
                Enter((uint)id, bytes.Slice(at, (int)size), unknown: false);
                at += (int)size;
            }
        }

        return at;
    }

    private int Enter(uint id, ReadOnlySpan<byte> content, bool unknown)
    {
        switch (id)
        {
            case Ebml:
                _documents.Add(new MkvDocument());
                return Walk(content, []);
            case Segment:
                unknown.ShouldBeTrue();
                return Walk(content, [Ebml]);
            case Cluster:
                _documents[^1].Order.Add(unknown ? "Cluster" : "SizedCluster");
                return Walk(content, unknown ? [Ebml, TagsId] : []);
            case 0x1549A966 or 0x1654AE6B or 0xAE or TagsId or 0x7373 or 0x67C8:
                return Walk(content, []);
            default:
                Note(id, content);
                return content.Length;
        }
    }

    private void Note(uint id, ReadOnlySpan<byte> content)
    {
        var document = _documents[^1];
        switch (id)
        {
            case 0x4282:
                document.DocType = Encoding.ASCII.GetString(content);
                break;
            case 0x73A4:
                document.SegmentUid = Convert.ToHexString(content);
                break;
            case 0xD7:
                _trackNumber = content[0];
                break;
            case 0x536E:
                document.Tracks.Add(Encoding.ASCII.GetString(content), _trackNumber);
                break;
            case 0x86:
                Encoding.ASCII.GetString(content).ShouldBe("A_AAC");
                break;
            case 0x45A3:
                _tagName = Encoding.ASCII.GetString(content);
                break;
            case 0x4487:
                document.Tags.Add(_tagName, Encoding.ASCII.GetString(content));
                document.Order.Add(_tagName);
                break;
            case 0xE7:
                _timecode = (long)Big(content);
                break;
            case 0xA3:
                var time = _timecode + BinaryPrimitives.ReadInt16BigEndian(content[1..]);
                document.Blocks.Add(new MkvBlock((byte)(content[0] & 0x7F), time, content[4..].ToArray()));
                break;
        }
    }

    private static ulong Big(ReadOnlySpan<byte> bytes)
    {
        var value = 0ul;
        foreach (var b in bytes)
        {
            value = (value << 8) | b;
        }

        return value;
    }
}

/// <summary>One fragment.</summary>
internal sealed class MkvDocument
{
    public string DocType { get; set; } = "";
    public string SegmentUid { get; set; } = "";
    public Dictionary<string, byte> Tracks { get; } = [];
    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>Tags' names, and where the cluster stands between them.</summary>
    public List<string> Order { get; } = [];

    public List<MkvBlock> Blocks { get; } = [];

    public string Number => Tags["AWS_KINESISVIDEO_FRAGMENT_NUMBER"];

    /// <summary>The samples of a track.</summary>
    public short[] Samples(string track) =>
        [
            .. Blocks
                .Where(block => block.Track == Tracks[track])
                .SelectMany(static block => block.Pcm.Chunk(2))
                .Select(static bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        ];
}

internal sealed record MkvBlock(byte Track, long Time, byte[] Pcm);
