using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SonicBridge.Steps.Verify;

/// <summary>Writes EBML (RFC 8794): each element its id, its size, its content.</summary>
internal sealed class EbmlWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>Begins an element that lasts to the end: its size is all ones, unknown.</summary>
    public void Open(uint id)
    {
        WriteId(id);
        _bytes.Write<byte>([0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    public void Master(uint id, EbmlWriter children) => Binary(id, children._bytes.WrittenSpan);

    public void Text(uint id, string value) => Binary(id, Encoding.UTF8.GetBytes(value));

    public void Number(uint id, ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        Binary(id, bytes[Math.Min(7, BitOperations.LeadingZeroCount(value) / 8)..]);
    }

    public void Binary(uint id, ReadOnlySpan<byte> content)
    {
        WriteId(id);
        // Four bytes hold any size that is written here; shorter ones are allowed and would only save space.
        Span<byte> size = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(size, 0x1000_0000u | checked((uint)content.Length));
        _bytes.Write(size);
        _bytes.Write(content);
    }

    private void WriteId(uint id)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        _bytes.Write(bytes[(BitOperations.LeadingZeroCount(id) / 8)..]);
    }
}
