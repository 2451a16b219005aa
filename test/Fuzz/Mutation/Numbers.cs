using System.Buffers.Binary;

namespace SonicBridge.Fuzz.Mutation;

/// <summary>Changes numbers where they stand: the lengths and counts of binary formats.</summary>
internal static class Numbers
{
    private static readonly ulong[] s_edges =
    [
        0,
        1,
        2,
        7,
        8,
        0x7E,
        0x7F,
        0x80,
        0xFE,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x1_0000,
        0x7FFF_FFFF,
        0x8000_0000,
        0xFFFF_FFFE,
        0xFFFF_FFFF,
        0x1_0000_0000,
        0x7FFF_FFFF_FFFF_FFFF,
        0x8000_0000_0000_0000,
        0xFFFF_FFFF_FFFF_FFFF,
    ];

    /// <summary>Writes a number at which something tends to break.</summary>
    public static void PutEdge(Span<byte> at, Chance chance) =>
        Write(at, s_edges[chance.Below(s_edges.Length)], chance);

    /// <summary>Adds or takes away a little.</summary>
    public static void Nudge(Span<byte> at, Chance chance)
    {
        var by = (ulong)(chance.Below(70) - 35);
        var width = Width(at, chance);
        var bigEndian = chance.OneIn(2);
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        at[..width].CopyTo(bigEndian ? bytes[(8 - width)..] : bytes);
        var value = bigEndian
            ? BinaryPrimitives.ReadUInt64BigEndian(bytes)
            : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Put(at[..width], value + by, bigEndian);
    }

    private static void Write(Span<byte> at, ulong value, Chance chance) =>
        Put(at[..Width(at, chance)], value, chance.OneIn(2));

    private static int Width(ReadOnlySpan<byte> at, Chance chance)
    {
        var width = 1 << chance.Below(4);
        return width <= at.Length ? width : 1;
    }

    private static void Put(Span<byte> at, ulong value, bool bigEndian)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
            bytes[(8 - at.Length)..].CopyTo(at);
        }
        else
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
            bytes[..at.Length].CopyTo(at);
        }
    }
}
