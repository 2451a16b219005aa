namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>What one element may hold at most. A longer one is refused by its header, before its bytes are kept.</summary>
public sealed record MkvLimits
{
    /// <summary>Bytes of one block: Connect's have 1024, a video frame may have much more.</summary>
    public int Block { get; init; } = 1024 * 1024;

    /// <summary>Bytes of an EBML header, Info, TrackEntry or SimpleTag.</summary>
    public int Description { get; init; } = 64 * 1024;
}
