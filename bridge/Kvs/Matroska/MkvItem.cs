using System.Buffers;

namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>What was read: which of the other members hold something follows from the kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Track">The track's number, of a track or block.</param>
/// <param name="Time">When a block begins, in milliseconds: since 1970 in Connect's streams.</param>
/// <param name="Name">UTF-8: the name of a track or tag.</param>
/// <param name="Value">A tag's UTF-8 text, a block's samples, a segment's UID.</param>
public readonly record struct MkvItem(
    MkvItemKind Kind,
    ulong Track = 0,
    long Time = 0,
    ReadOnlySequence<byte> Name = default,
    ReadOnlySequence<byte> Value = default
);

public enum MkvItemKind
{
    /// <summary>Nothing: the input ended.</summary>
    None,

    /// <summary>A new document, which in GetMedia's answer is a new fragment; it also ends the one before.</summary>
    Document,

    /// <summary>The segment's UID, which all fragments of one streaming run share.</summary>
    Segment,

    /// <summary>A track: number and name.</summary>
    Track,

    /// <summary>A tag: name and text.</summary>
    Tag,

    /// <summary>A block of one track.</summary>
    Block,
}
