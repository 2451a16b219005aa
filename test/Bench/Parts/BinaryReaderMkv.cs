using System.Numerics;

namespace SonicBridge.Bench.Parts;

/// <summary>The peer of <see cref="MkvReading"/>: the same layout, read the plain way, with nothing checked.</summary>
internal sealed class BinaryReaderMkv(Stream stream) : IDisposable
{
    private const ulong SimpleBlock = 0xA3;
    private static readonly HashSet<ulong> Masters =
    [
        0x18538067,
        0x1654AE6B,
        0xAE,
        0x1F43B675,
        0x1254C367,
        0x7373,
        0x67C8,
    ];

    private readonly BinaryReader _reader = new(stream);

    /// <summary>The samples of the next block; null at the end.</summary>
    public byte[]? ReadBlock()
    {
        while (stream.Position < stream.Length)
        {
            var id = ReadNumber(keepMarker: true);
            var size = ReadNumber(keepMarker: false);
            if (Masters.Contains(id))
            {
                continue;
            }

            var body = _reader.ReadBytes((int)size);
            if (id == SimpleBlock)
            {
                return body[4..];
            }
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    private ulong ReadNumber(bool keepMarker)
    {
        var first = _reader.ReadByte();
        var length = BitOperations.LeadingZeroCount((uint)first) - 23;
        ulong value = keepMarker ? first : (byte)(first & (0xFF >> length));
        for (var i = 1; i < length; i++)
        {
            value = (value << 8) | _reader.ReadByte();
        }

        return value;
    }
}
