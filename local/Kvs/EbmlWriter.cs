using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SonicBridge.Local.Kvs;

/// <summary>Writes EBML elements (RFC 8794): an id, a size, the content.</summary>
// The product has its own on purpose: each is read by a reader that was written apart from it.
internal sealed class EbmlWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(20 * 1024);

    public byte[] ToArray() => _output.WrittenSpan.ToArray();

    /// <summary>Opens an element that ends where its parent's next child or the next document begins.</summary>
    public void Open(uint id)
    {
        Id(id);
        _output.Write<byte>([0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    /// <summary>Writes an element that holds others.</summary>
    public void Master(uint id, Action<EbmlWriter> children)
    {
        var inner = new EbmlWriter();
        children(inner);
        Binary(id, inner._output.WrittenSpan);
    }

    public void Text(uint id, string value) => Binary(id, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes a whole number in as few bytes as it needs.</summary>
    public void Number(uint id, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        Binary(id, bytes[Math.Min(7, BitOperations.LeadingZeroCount(value) / 8)..]);
    }

    public void Binary(uint id, ReadOnlySpan<byte> content)
    {
        Header(id, content.Length);
        _output.Write(content);
    }

    /// <summary>Writes an element's id and size; its content follows by <see cref="Raw"/>.</summary>
    public void Header(uint id, int size)
    {
        Id(id);
        if (size < 0x7F)
        {
            _output.Write<byte>([(byte)(0x80 | size)]);
        }
        else if (size < 0x3FFF)
        {
            _output.Write<byte>([(byte)(0x40 | (size >> 8)), (byte)size]);
        }
        else
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x1000_0000u | (uint)size);
            _output.Write(bytes);
        }
    }

    public void Raw(ReadOnlySpan<byte> bytes) => _output.Write(bytes);

    private void Id(uint id)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        _output.Write(bytes[(BitOperations.LeadingZeroCount(id) / 8)..]);
    }
}
