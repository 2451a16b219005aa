using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>An EBML element's id and size (RFC 8794, sections 4 to 6).</summary>
/// <param name="Id">With its length marker, as specifications write it.</param>
/// <param name="Size">Bytes of the body, or <see cref="UnknownSize"/>.</param>
/// <param name="Length">Bytes of the header itself.</param>
internal readonly record struct ElementHeader(uint Id, long Size, int Length)
{
    public const long UnknownSize = -1;

    private const int MostIdBytes = 4;
    private const int MostSizeBytes = 8;

    /// <summary>Reads the header at the start of the input; false when more bytes are needed.</summary>
    /// <exception cref="InvalidMediaException">An id of more than 4 or a size of more than 8 bytes.</exception>
    public static bool TryRead(in ReadOnlySequence<byte> input, out ElementHeader header)
    {
        var first = input.FirstSpan;
        if (first.Length >= MostIdBytes + MostSizeBytes || input.IsSingleSegment)
        {
            return TryRead(first, out header);
        }

        Span<byte> joined = stackalloc byte[(int)Math.Min(MostIdBytes + MostSizeBytes, input.Length)];
        input.Slice(0, joined.Length).CopyTo(joined);
        return TryRead(joined, out header);
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out ElementHeader header)
    {
        header = default;
        if (bytes.IsEmpty)
        {
            return false;
        }

        var idLength = LengthBy(bytes[0]);
        if (idLength > MostIdBytes)
        {
            throw new InvalidMediaException(
                $"Not Matroska: 0x{bytes[0]:X2} begins no element id; the stream is damaged or not one of GetMedia."
            );
        }

        if (bytes.Length <= idLength)
        {
            return false;
        }

        var sizeLength = LengthBy(bytes[idLength]);
        if (sizeLength > MostSizeBytes)
        {
            throw new InvalidMediaException("Not Matroska: an element's size is longer than 8 bytes.");
        }

        if (bytes.Length < idLength + sizeLength)
        {
            return false;
        }

        var id = (uint)BigEndian(bytes[..idLength]);
        var marked = BigEndian(bytes.Slice(idLength, sizeLength));
        var most = (1L << (7 * sizeLength)) - 1;
        var size = (long)marked & most;
        header = new ElementHeader(id, size == most ? UnknownSize : size, idLength + sizeLength);
        return true;
    }

    /// <summary>The length that a first byte announces: 1 to 8, and 9 for none.</summary>
    internal static int LengthBy(byte first) => BitOperations.LeadingZeroCount((uint)first) - 23;

    internal static ulong BigEndian(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        }

        var value = 0UL;
        foreach (var b in bytes)
        {
            value = (value << 8) | b;
        }

        return value;
    }
}
