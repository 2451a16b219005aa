using System.Buffers;
using System.Buffers.Binary;

namespace SonicBridge.Local.Kvs;

/// <summary>Puts what a producer sends together to fragments: the head of its segment, one cluster, the tags after it.</summary>
internal sealed class FragmentAssembly
{
    private readonly ArrayBufferWriter<byte> _head = new();
    private readonly ArrayBufferWriter<byte> _tags = new();
    private ArrayBufferWriter<byte>? _cluster;
    private long? _timecode;
    private int _lastBlock;
    private int _blockGap;

    /// <summary>The time of the cluster that is being received, as the producer wrote it; null before one has begun.</summary>
    public long? Timecode => _timecode;

    /// <summary>Takes the next element. Of a segment or a cluster this is its head alone: their children follow.</summary>
    /// <returns>The fragment that ends where this element begins, or null.</returns>
    public ReceivedFragment? Take(EbmlElement element, ReadOnlySpan<byte> bytes)
    {
        ReceivedFragment? ended = null;
        switch (element.Id)
        {
            case MatroskaId.Ebml:
                ended = End();
                _head.ResetWrittenCount();
                _head.Write(bytes);
                break;
            case MatroskaId.Segment:
                _head.Write(Opened(MatroskaId.Segment));
                break;
            case MatroskaId.Cluster:
                ended = End();
                _cluster = new ArrayBufferWriter<byte>();
                break;
            case MatroskaId.Tags:
                _tags.Write(bytes);
                break;
            case MatroskaId.Info or MatroskaId.Tracks:
                _head.Write(bytes);
                break;
            default:
                TakeChild(element, bytes);
                break;
        }

        return ended;
    }

    /// <summary>The fragment that was being received, when there is nothing more.</summary>
    public ReceivedFragment? End()
    {
        if (_cluster is not { WrittenCount: > 0 } cluster || _timecode is not { } timecode)
        {
            return null;
        }

        var duration = TimeSpan.FromMilliseconds(_lastBlock + _blockGap);
        var fragment = new ReceivedFragment(
            timecode,
            duration,
            _head.WrittenSpan.ToArray(),
            [.. Opened(MatroskaId.Cluster), .. cluster.WrittenSpan],
            _tags.WrittenSpan.ToArray()
        );
        _cluster = null;
        _tags.ResetWrittenCount();
        (_timecode, _lastBlock, _blockGap) = (null, 0, 0);
        return fragment;
    }

    private void TakeChild(EbmlElement element, ReadOnlySpan<byte> bytes)
    {
        // Cues, Void and the like between clusters say nothing to a reader of the stream.
        if (_cluster is null)
        {
            return;
        }

        _cluster.Write(bytes);
        var content = bytes[element.HeadLength..];
        if (element.Id is MatroskaId.Timecode)
        {
            long timecode = 0;
            foreach (var value in content)
            {
                timecode = (timecode << 8) | value;
            }

            _timecode = timecode;
        }
        else if (element.Id is MatroskaId.SimpleBlock && content.Length > 3)
        {
            var at = BinaryPrimitives.ReadInt16BigEndian(content[1..]);
            _blockGap = at > _lastBlock ? at - _lastBlock : _blockGap;
            _lastBlock = Math.Max(_lastBlock, at);
        }
    }

    private static byte[] Opened(uint id)
    {
        var writer = new EbmlWriter();
        writer.Open(id);
        return writer.ToArray();
    }
}

/// <summary>A fragment as a producer sent it.</summary>
/// <param name="Timecode">The cluster's.</param>
/// <param name="Head">From the document's beginning to its tracks.</param>
/// <param name="Cluster">Of unknown size.</param>
/// <param name="Tags">What the producer says of the fragment.</param>
internal sealed record ReceivedFragment(long Timecode, TimeSpan Duration, byte[] Head, byte[] Cluster, byte[] Tags);
