using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SonicBridge.Local.S3;

namespace SonicBridge.Local.Sonic.EventStreams;

/// <summary>Reads event-stream messages: lengths, a check of the lengths, headers, payload, a check of it all.</summary>
public static class EventDecoder
{
    private const int Prelude = 12;
    private const int Checksum = 4;

    // The limits of AWS's own decoders.
    private const int MostHeaderBytes = 128 * 1024;
    private const int MostPayloadBytes = 24 * 1024 * 1024;

    /// <summary>Takes one message off the front of a buffer, if it is all there.</summary>
    /// <exception cref="EventStreamException">The bytes are no message.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out EventMessage? message)
    {
        message = null;
        if (buffer.Length < Prelude)
        {
            return false;
        }

        Span<byte> prelude = stackalloc byte[Prelude];
        buffer.Slice(0, Prelude).CopyTo(prelude);
        Check(prelude[..8], prelude[8..], "prelude");
        var total = BinaryPrimitives.ReadUInt32BigEndian(prelude);
        var headers = BinaryPrimitives.ReadUInt32BigEndian(prelude[4..]);
        if (
            headers > MostHeaderBytes
            || total > MostHeaderBytes + MostPayloadBytes
            || total < headers + Prelude + Checksum
        )
        {
            throw new EventStreamException(
                $"A message of {total} bytes with {headers} bytes of headers is out of bounds."
            );
        }

        if (buffer.Length < total)
        {
            return false;
        }

        var bytes = buffer.Slice(0, total).ToArray();
        buffer = buffer.Slice(total);
        Check(bytes.AsSpan(..^Checksum), bytes.AsSpan(^Checksum..), "message");
        message = new EventMessage(
            ReadHeaders(bytes.AsMemory(Prelude, (int)headers)),
            bytes.AsMemory(Prelude + (int)headers, (int)(total - headers) - Prelude - Checksum)
        );
        return true;
    }

    private static void Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> expected, string what)
    {
        if (!ReflectedCrc.Crc32.HashData(data).AsSpan().SequenceEqual(expected))
        {
            throw new EventStreamException($"The checksum of a {what} is wrong.");
        }
    }

    private static Dictionary<string, EventHeader> ReadHeaders(ReadOnlyMemory<byte> bytes)
    {
        var headers = new Dictionary<string, EventHeader>();
        while (bytes.Length > 0)
        {
            var name = Encoding.UTF8.GetString(Take(ref bytes, Take(ref bytes, 1).Span[0]).Span);
            var type = Take(ref bytes, 1).Span[0];
            headers[name] = type switch
            {
                6 => new EventHeader.Bytes(Take(ref bytes, Length(ref bytes))),
                7 => new EventHeader.Text(Encoding.UTF8.GetString(Take(ref bytes, Length(ref bytes)).Span)),
                8 => new EventHeader.Timestamp(BinaryPrimitives.ReadInt64BigEndian(Take(ref bytes, 8).Span)),
                _ => throw new EventStreamException(
                    $"Header '{name}' is of type {type}, which this stream does not use."
                ),
            };
        }

        return headers;
    }

    private static int Length(ref ReadOnlyMemory<byte> bytes) =>
        BinaryPrimitives.ReadUInt16BigEndian(Take(ref bytes, 2).Span);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> bytes, int count)
    {
        if (bytes.Length < count)
        {
            throw new EventStreamException("The headers end in the middle of one.");
        }

        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
