using System.Buffers.Binary;
using System.Text;

namespace SonicBridge.Sdk.Tests.Aws;

/// <summary>One message of an event stream, written and read by the format's description and nothing of the SDK's.</summary>
internal sealed record EventFrame(IReadOnlyDictionary<string, object> Headers, byte[] Payload)
{
    private const int PreludeAndChecksums = 16;

    public string Text(string header) => (string)Headers[header];

    public static EventFrame Event(string type, string payload) =>
        new(
            new Dictionary<string, object>
            {
                [":content-type"] = "application/json",
                [":event-type"] = type,
                [":message-type"] = "event",
            },
            Encoding.UTF8.GetBytes(payload)
        );

    /// <summary>An event of the model, as Bedrock wraps it.</summary>
    public static EventFrame Chunk(string json) =>
        Event("chunk", $$"""{"p":"abcd","bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}"}""");

    public static EventFrame Exception(string type, string payload) =>
        new(
            new Dictionary<string, object>
            {
                [":content-type"] = "application/json",
                [":exception-type"] = type,
                [":message-type"] = "exception",
            },
            Encoding.UTF8.GetBytes(payload)
        );

    public byte[] ToBytes()
    {
        var headers = Headers.SelectMany(header => HeaderBytes(header.Key, header.Value)).ToArray();
        var frame = new byte[headers.Length + Payload.Length + PreludeAndChecksums];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)frame.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)headers.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32(frame.AsSpan(0, 8)));
        headers.CopyTo(frame, 12);
        Payload.CopyTo(frame, 12 + headers.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Crc32(frame.AsSpan(0, frame.Length - 4)));
        return frame;
    }

    /// <summary>Reads a frame that is there whole.</summary>
    public static EventFrame Parse(ReadOnlySpan<byte> frame)
    {
        BinaryPrimitives.ReadUInt32BigEndian(frame).ShouldBe((uint)frame.Length);
        BinaryPrimitives.ReadUInt32BigEndian(frame[8..]).ShouldBe(Crc32(frame[..8]));
        BinaryPrimitives.ReadUInt32BigEndian(frame[^4..]).ShouldBe(Crc32(frame[..^4]));
        var left = frame.Slice(12, BinaryPrimitives.ReadInt32BigEndian(frame[4..]));
        var payload = frame[(12 + left.Length)..^4].ToArray();
        var headers = new Dictionary<string, object>();
        while (!left.IsEmpty)
        {
            var name = Encoding.UTF8.GetString(left.Slice(1, left[0]));
            left = left[(1 + left[0])..];
            var type = left[0];
            var value = left[1..];
            switch (type)
            {
                case 8:
                    headers[name] = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(value));
                    left = value[8..];
                    break;
                case 6 or 7:
                    var content = value.Slice(2, BinaryPrimitives.ReadUInt16BigEndian(value));
                    headers[name] = type == 7 ? Encoding.UTF8.GetString(content) : content.ToArray();
                    left = value[(2 + content.Length)..];
                    break;
                default:
                    throw new InvalidDataException($"Header {name} is of type {type}.");
            }
        }

        return new EventFrame(headers, payload);
    }

    /// <summary>One header's bytes.</summary>
    public static byte[] HeaderBytes(string name, object value)
    {
        var start = new List<byte> { (byte)name.Length };
        start.AddRange(Encoding.UTF8.GetBytes(name));
        byte[] bytes;
        switch (value)
        {
            case DateTimeOffset time:
                bytes = new byte[9];
                bytes[0] = 8;
                BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), time.ToUnixTimeMilliseconds());
                break;
            case int number:
                bytes = new byte[5];
                bytes[0] = 4;
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), number);
                break;
            default:
                var text = Encoding.UTF8.GetBytes((string)value);
                bytes = [7, (byte)(text.Length >> 8), (byte)text.Length, .. text];
                break;
        }

        return [.. start, .. bytes];
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
