using System.Runtime.CompilerServices;

namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>Where in a stream the parser stands, between two calls. A stream begins with <c>default</c>.</summary>
public struct MkvState
{
    private Masters _open;
    private int _depth;

    /// <summary>Bytes consumed since the stream began.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes of the element under way that are passed over.</summary>
    internal long ToSkip { get; private set; }

    /// <summary>Nanoseconds of one unit of time; 0 means the default of a million.</summary>
    internal ulong TimecodeScale { get; set; }

    /// <summary>The cluster's time, in units; null before it was read.</summary>
    internal ulong? ClusterTime { get; set; }

    /// <summary>Whether the stream may end here: not inside an element whose size is known.</summary>
    public readonly bool MayEnd => ToSkip == 0 && (_depth == 0 || _open[_depth - 1].SizeUnknown);

    internal readonly Master In => _depth == 0 ? Master.None : _open[_depth - 1].Master;

    internal readonly bool InUnknownSize => _depth > 0 && _open[_depth - 1].SizeUnknown;

    /// <summary>Where the innermost open master ends.</summary>
    internal readonly long End => _depth == 0 ? long.MaxValue : _open[_depth - 1].End;

    internal void Open(Master master, in ElementHeader header)
    {
        var sizeUnknown = header.Size == ElementHeader.UnknownSize;
        var end = sizeUnknown ? End : Offset + header.Length + header.Size;
        _open[_depth++] = new OpenMaster(master, end, sizeUnknown);
        Offset += header.Length;
    }

    internal void Close() => _depth--;

    internal void Consume(long count)
    {
        Offset += count;
        while (_depth > 0 && _open[_depth - 1].End == Offset)
        {
            _depth--;
        }
    }

    internal void Skip(long count) => ToSkip = count;

    internal void Skipped(long count)
    {
        ToSkip -= count;
        Consume(count);
    }

    private readonly record struct OpenMaster(Master Master, long End, bool SizeUnknown);

    /// <summary>Segment, Tags, Tag or Segment, Cluster, BlockGroup: no path is deeper.</summary>
    [InlineArray(3)]
    private struct Masters
    {
        private OpenMaster _first;
    }
}

/// <summary>The masters that are entered; all others are taken whole or passed over.</summary>
internal enum Master
{
    None,
    Segment,
    Tracks,
    Tags,
    Tag,
    Cluster,
    BlockGroup,
}
