using System.Buffers;
using System.Buffers.Binary;

namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>Reads the bodies of the elements that are taken whole.</summary>
internal static class ElementBody
{
    private const ulong Million = 1_000_000;
    private const byte LacingBits = 0x06;

    /// <summary>The item that the element makes, or none when it only moves the state.</summary>
    public static MkvItem Read(ref MkvState state, uint id, in ReadOnlySequence<byte> body)
    {
        switch (id)
        {
            case ElementId.SimpleBlock or ElementId.Block:
                return Block(state, body);
            case ElementId.Timecode:
                state.ClusterTime = Number(id, body);
                return default;
            case ElementId.SimpleTag:
                return Pair(body, ElementId.TagName, ElementId.TagString, MkvItemKind.Tag);
            case ElementId.TrackEntry:
                return Track(body);
            case ElementId.Info:
                return Info(ref state, body);
            default:
                return Document(ref state, body);
        }
    }

    private static MkvItem Block(in MkvState state, in ReadOnlySequence<byte> body)
    {
        Span<byte> head = stackalloc byte[(int)Math.Min(11, body.Length)];
        body.Slice(0, head.Length).CopyTo(head);
        var trackLength = head.IsEmpty ? 9 : ElementHeader.LengthBy(head[0]);
        if (trackLength > 8 || head.Length < trackLength + 3)
        {
            throw new InvalidMediaException("A block is too short for its track number, time and flags.");
        }

        if ((head[trackLength + 2] & LacingBits) != 0)
        {
            throw new InvalidMediaException("A block is laced, which Kinesis Video Streams does not do to audio.");
        }

        var track = ElementHeader.BigEndian(head[..trackLength]) & ((1UL << (7 * trackLength)) - 1);
        var relative = BinaryPrimitives.ReadInt16BigEndian(head[trackLength..]);
        return new MkvItem(MkvItemKind.Block, track, TimeOf(state, relative), Value: body.Slice(trackLength + 3));
    }

    private static long TimeOf(in MkvState state, short relative)
    {
        var cluster =
            state.ClusterTime ?? throw new InvalidMediaException("A block stands before its Cluster's timecode.");
        var scale = state.TimecodeScale == 0 ? Million : state.TimecodeScale;
        var time = (Int128)cluster + relative;
        if (scale != Million)
        {
            time = cluster > long.MaxValue ? Int128.MaxValue : time * scale / Million;
        }

        return time >= long.MinValue && time <= long.MaxValue
            ? (long)time
            : throw new InvalidMediaException($"A block's time does not fit: cluster {cluster}, scale {scale}.");
    }

    private static MkvItem Document(ref MkvState state, in ReadOnlySequence<byte> body)
    {
        state.TimecodeScale = 0;
        var rest = body;
        while (TryReadChild(ref rest, out var id, out var child))
        {
            if (id == ElementId.DocType && !Is(child, "matroska"u8) && !Is(child, "webm"u8))
            {
                throw new InvalidMediaException("Not Matroska: the EBML header names another document type.");
            }
        }

        return new MkvItem(MkvItemKind.Document);
    }

    private static MkvItem Info(ref MkvState state, in ReadOnlySequence<byte> body)
    {
        var uid = ReadOnlySequence<byte>.Empty;
        var rest = body;
        while (TryReadChild(ref rest, out var id, out var child))
        {
            if (id == ElementId.SegmentUid)
            {
                uid = child;
            }
            else if (id == ElementId.TimecodeScale)
            {
                state.TimecodeScale = Number(id, child);
            }
        }

        return new MkvItem(MkvItemKind.Segment, Value: uid);
    }

    private static MkvItem Track(in ReadOnlySequence<byte> body)
    {
        var number = 0UL;
        var name = ReadOnlySequence<byte>.Empty;
        var rest = body;
        while (TryReadChild(ref rest, out var id, out var child))
        {
            if (id == ElementId.TrackNumber)
            {
                number = Number(id, child);
            }
            else if (id == ElementId.Name)
            {
                name = Text(child);
            }
        }

        return new MkvItem(MkvItemKind.Track, number, Name: name);
    }

    private static MkvItem Pair(in ReadOnlySequence<byte> body, uint nameId, uint valueId, MkvItemKind kind)
    {
        var name = ReadOnlySequence<byte>.Empty;
        var value = ReadOnlySequence<byte>.Empty;
        var rest = body;
        while (TryReadChild(ref rest, out var id, out var child))
        {
            if (id == nameId)
            {
                name = Text(child);
            }
            else if (id == valueId)
            {
                value = Text(child);
            }
        }

        return new MkvItem(kind, Name: name, Value: value);
    }

    private static bool TryReadChild(ref ReadOnlySequence<byte> rest, out uint id, out ReadOnlySequence<byte> child)
    {
        (id, child) = (0, default);
        if (rest.IsEmpty)
        {
            return false;
        }

        if (
            !ElementHeader.TryRead(rest, out var header)
            || header.Size == ElementHeader.UnknownSize
            || header.Size > rest.Length - header.Length
        )
        {
            throw new InvalidMediaException("An element's children do not fit into it.");
        }

        (id, child) = (header.Id, rest.Slice(header.Length, header.Size));
        rest = rest.Slice(header.Length + header.Size);
        return true;
    }

    private static ulong Number(uint id, in ReadOnlySequence<byte> body)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        if (body.Length > bytes.Length)
        {
            throw new InvalidMediaException($"Element 0x{id:X} is a number of {body.Length} bytes; 8 is the most.");
        }

        body.CopyTo(bytes);
        return ElementHeader.BigEndian(bytes[..(int)body.Length]);
    }

    /// <summary>Without the zero bytes that may pad a text (RFC 8794, 7.4).</summary>
    private static ReadOnlySequence<byte> Text(in ReadOnlySequence<byte> body) =>
        body.PositionOf((byte)0) is { } end ? body.Slice(0, end) : body;

    private static bool Is(in ReadOnlySequence<byte> text, ReadOnlySpan<byte> expected) => Text(text).Is(expected);
}
