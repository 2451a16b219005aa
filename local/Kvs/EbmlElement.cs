using System.Numerics;

namespace SonicBridge.Local.Kvs;

/// <summary>The head of an EBML element (RFC 8794).</summary>
/// <param name="Id">With its marker bits.</param>
/// <param name="HeadLength">How many bytes the id and the size take.</param>
/// <param name="Size">How many bytes follow; null when the element ends where its next sibling begins.</param>
internal readonly record struct EbmlElement(uint Id, int HeadLength, long? Size)
{
    private const int LongestId = 4;
    private const int LongestSize = 8;

    /// <summary>Reads a head.</summary>
    /// <returns>False when there are too few bytes to tell.</returns>
    /// <exception cref="InvalidDataException">This is no element.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out EbmlElement element)
    {
        element = default;
        if (!TryLength(bytes, LongestId, out var idLength) || bytes.Length < idLength)
        {
            return false;
        }

        uint id = 0;
        foreach (var value in bytes[..idLength])
        {
            id = (id << 8) | value;
        }

        var rest = bytes[idLength..];
        if (!TryLength(rest, LongestSize, out var sizeLength) || rest.Length < sizeLength)
        {
            return false;
        }

        var size = (long)rest[0] & ((0x80 >> (sizeLength - 1)) - 1);
        foreach (var value in rest[1..sizeLength])
        {
            size = (size << 8) | value;
        }

        var isUnknown = size == (1L << (7 * sizeLength)) - 1;
        element = new EbmlElement(id, idLength + sizeLength, isUnknown ? null : size);
        return true;
    }

    private static bool TryLength(ReadOnlySpan<byte> bytes, int longest, out int length)
    {
        length = 0;
        if (bytes.IsEmpty)
        {
            return false;
        }

        length = BitOperations.LeadingZeroCount((uint)bytes[0]) - 24 + 1;
        return length <= longest
            ? true
            : throw new InvalidDataException($"0x{bytes[0]:X2} does not begin an EBML element.");
    }
}
