using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>A connection on which HTTP/2 is spoken frame by frame (RFC 9113), right or wrong.</summary>
internal sealed class Http2Line : IDisposable
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte RstStream = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte Continuation = 9;

    public const byte EndStream = 1;
    public const byte EndHeaders = 4;

    private const int HeaderBytes = 9;

    private readonly TcpClient _client = new();
    private NetworkStream? _stream;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Connects and says what opens every connection.</summary>
    /// <param name="receiveBuffer">A small one, so that who does not read is noticed the sooner; null for the system's.</param>
    public static async Task<Http2Line> OpenAsync(Uri address, int? receiveBuffer = null)
    {
        var line = new Http2Line();
        line._client.ReceiveBufferSize = receiveBuffer ?? line._client.ReceiveBufferSize;
        await line._client.ConnectAsync(address.Host, address.Port, Cancelled);
        line._stream = line._client.GetStream();
        await line.SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await line.SendAsync(Frame(Settings, 0, 0, []));
        return line;
    }

    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderBytes + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, (payload.Length << 8) | type);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(HeaderBytes));
        return frame;
    }

    /// <summary>A header section, each field spelled out (RFC 7541, 6.2.2).</summary>
    public static byte[] Fields(params (string Name, string Value)[] fields)
    {
        using var section = new MemoryStream();
        foreach (var (name, value) in fields)
        {
            section.WriteByte(0);
            Write(section, name);
            Write(section, value);
        }

        return section.ToArray();
    }

    /// <summary>The header section of a request that a signer has made.</summary>
    public static byte[] Fields(HttpRequestMessage request) =>
        Fields([
            (":method", request.Method.Method),
            (":scheme", "http"),
            (":path", request.RequestUri!.AbsolutePath),
            (":authority", request.RequestUri.Authority),
            .. request
                .Headers.Where(header => header.Key != "host")
                .Select(header => (header.Key.ToLowerInvariant(), string.Join(',', header.Value))),
        ]);

    /// <summary>Of somebody without a key.</summary>
    public static byte[] UnsignedFields { get; } =
        Fields((":method", "GET"), (":scheme", "http"), (":path", "/"), (":authority", "x"));

    /// <returns>Whether the other side still listens.</returns>
    public async Task<bool> SendAsync(byte[] bytes)
    {
        try
        {
            await _stream!.WriteAsync(bytes, Cancelled);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Sends as much as fits in, and waits for nothing.</summary>
    /// <returns>Bytes sent: none when the line is full or cut.</returns>
    public int Offer(ReadOnlySpan<byte> bytes)
    {
        _client.Client.Blocking = false;
        var sent = _client.Client.Send(bytes, SocketFlags.None, out var error);
        return error == SocketError.Success ? sent : 0;
    }

    /// <summary>Reads until a frame of a type comes.</summary>
    /// <returns>The frame; null when the line is cut before.</returns>
    public async Task<(byte Flags, int Stream, byte[] Payload)?> ReadUntilAsync(byte type, int? stream = null)
    {
        while (await ReadAsync() is { } frame)
        {
            if (frame.Type == type && (stream ?? frame.Stream) == frame.Stream)
            {
                return (frame.Flags, frame.Stream, frame.Payload);
            }
        }

        return null;
    }

    /// <summary>The error with which the connection is ended; null when it is cut without one.</summary>
    public async Task<uint?> EndAsync() =>
        await ReadUntilAsync(GoAway) is { } end ? BinaryPrimitives.ReadUInt32BigEndian(end.Payload.AsSpan(4)) : null;

    /// <summary>The error with which a stream is ended.</summary>
    public async Task<uint?> ResetAsync(int stream) =>
        await ReadUntilAsync(RstStream, stream) is { } reset
            ? BinaryPrimitives.ReadUInt32BigEndian(reset.Payload)
            : null;

    public void Dispose() => _client.Dispose();

    private async Task<(byte Type, byte Flags, int Stream, byte[] Payload)?> ReadAsync()
    {
        try
        {
            var head = new byte[HeaderBytes];
            await _stream!.ReadExactlyAsync(head, Cancelled);
            var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(head) >>> 8];
            await _stream!.ReadExactlyAsync(payload, Cancelled);
            return (head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Write(MemoryStream section, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        // A length of seven bits, and what is over in groups of seven (RFC 7541, 5.1).
        var rest = bytes.Length - 127;
        section.WriteByte((byte)Math.Min(bytes.Length, 127));
        if (rest >= 0)
        {
            for (; rest >= 128; rest >>= 7)
            {
                section.WriteByte((byte)(0x80 | (rest & 0x7F)));
            }

            section.WriteByte((byte)rest);
        }

        section.Write(bytes);
    }
}
