using System.Buffers.Binary;
using System.Text;
using SonicBridge.Local.S3;

namespace SonicBridge.Local.Sonic.EventStreams;

/// <summary>Writes event-stream messages.</summary>
public static class EventEncoder
{
    /// <summary>A modelled event with a JSON payload.</summary>
    public static byte[] Event(string type, ReadOnlySpan<byte> json) =>
        Write([(":event-type", type), (":content-type", "application/json"), (":message-type", "event")], json);

    /// <summary>A modelled exception, with which a stream ends.</summary>
    public static byte[] Exception(string type, ReadOnlySpan<byte> json) =>
        Write([(":exception-type", type), (":content-type", "application/json"), (":message-type", "exception")], json);

    private static byte[] Write(ReadOnlySpan<(string Name, string Value)> headers, ReadOnlySpan<byte> payload)
    {
        using var section = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            var (nameBytes, valueBytes) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
            section.WriteByte(checked((byte)nameBytes.Length));
            section.Write(nameBytes);
            section.WriteByte(7);
            section.WriteByte(checked((byte)(valueBytes.Length >> 8)));
            section.WriteByte((byte)valueBytes.Length);
            section.Write(valueBytes);
        }

        var message = new byte[16 + (int)section.Length + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), (int)section.Length);
        ReflectedCrc.Crc32.HashData(message.AsSpan(0, 8)).CopyTo(message, 8);
        section.ToArray().CopyTo(message, 12);
        payload.CopyTo(message.AsSpan(12 + (int)section.Length));
        ReflectedCrc.Crc32.HashData(message.AsSpan(..^4)).CopyTo(message, message.Length - 4);
        return message;
    }
}
