using System.Buffers.Binary;
using System.Text;

namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>Writes EBML elements.</summary>
internal static class MkvBytes
{
    public static byte[] Element(uint id, params byte[][] children) =>
        [.. Id(id), .. Size(Length(children)), .. Join(children)];

    /// <summary>A master of unknown size: it ends where something stands that it can't hold.</summary>
    public static byte[] Unsized(uint id, params byte[][] children) =>
        [.. Id(id), 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Join(children)];

    public static byte[] Text(uint id, string text) => Element(id, Encoding.UTF8.GetBytes(text));

    public static byte[] Number(uint id, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Element(id, [.. bytes.SkipWhile((b, i) => b == 0 && i < 7)]);
    }

    public static byte[] Tag(string name, string value) =>
        Element(0x7373, Element(0x63C0), Element(0x67C8, Text(0x45A3, name), Text(0x4487, value)));

    public static byte[] Track(int number, string? name) =>
        Element(
            0xAE,
            Number(0xD7, (ulong)number),
            Number(0x73C5, (ulong)(number + 40)),
            Number(0x83, 2),
            Text(0x86, "A_AAC"),
            Element(0x63A2, [0x11, 0x90]),
            name is null ? [] : Text(0x536E, name)
        );

    public static byte[] BlockBody(int track, int time, byte[] payload, byte flags = 0) =>
        [(byte)(0x80 | track), (byte)(time >> 8), (byte)time, flags, .. payload];

    public static byte[] SimpleBlock(int track, int time, byte[] payload) =>
        Element(0xA3, BlockBody(track, time, payload));

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static int Length(byte[][] parts) => parts.Sum(part => part.Length);

    private static byte[] Id(uint id)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        return [.. bytes.SkipWhile(b => b == 0)];
    }

    private static byte[] Size(long size)
    {
        var length = 1;
        while (size >= (1L << (7 * length)) - 1)
        {
            length++;
        }

        var marked = (ulong)size | (1UL << (7 * length));
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, marked);
        return bytes[^length..];
    }
}
