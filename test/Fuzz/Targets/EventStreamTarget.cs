using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SonicBridge.Fuzz.Mutation;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.Sonic.EventStreams;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>What a bridge sends to the simulated model, in AWS's event-stream encoding, and S3's aws-chunked bodies.</summary>
internal sealed class EventStreamTarget : IFuzzTarget
{
    private const int Prelude = 12;
    private const int Checksum = 4;
    private const int LongestType = 40;

    public string Name => "eventstream";

    public string Oracle =>
        "messages or EventStreamException, in pieces the same as whole; what is written is read back; an aws-chunked body is decoded to no more than it held";

    public IReadOnlyDictionary<string, string[]> Code { get; } =
        new Dictionary<string, string[]>
        {
            ["sonicbridge-local"] =
            [
                "SonicBridge.Local.Sonic.EventStreams.",
                "SonicBridge.Local.Sonic.InputChunk",
                "SonicBridge.Local.FrontDoor.AwsChunked",
            ],
        };

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. Words.Utf8(
            "\u000b:event-type\u0007\0\u0005chunk",
            "\r:content-type\u0007\0\u0010application/json",
            "\r:message-type\u0007\0\u0005event",
            "\u000f:exception-type\u0007",
            "\u0005:date\b",
            "\u0010:chunk-signature\u0006\0 ",
            "{\"bytes\":\"e30=\"}",
            "{\"bytes\":",
            "\r\n",
            "0\r\n\r\n",
            "10;chunk-signature=",
            "x-amz-trailer-signature:",
            "x-amz-checksum-crc32:"
        ),
    ];

    public int LongestInput => 1024;

    public long MostAllocated(int length) => 40_000 + (80L * length);

    public IEnumerable<byte[]> Seeds(string repository) => [];

    public void Run(ReadOnlySpan<byte> input)
    {
        HoldWhole(input.ToArray());
        // Checksums are not guessed: a message of these headers and this payload has the right ones.
        if (input.Length > 2)
        {
            HoldWhole(Sealed(input[2..], BinaryPrimitives.ReadUInt16BigEndian(input)));
        }

        HoldRoundTrip(input);
        HoldChunked(input);
    }

    private static byte[] Sealed(ReadOnlySpan<byte> content, int headers)
    {
        var message = new byte[Prelude + content.Length + Checksum];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), headers);
        ReflectedCrc.Crc32.HashData(message.AsSpan(0, 8)).CopyTo(message, 8);
        content.CopyTo(message.AsSpan(Prelude));
        ReflectedCrc.Crc32.HashData(message.AsSpan(..^Checksum)).CopyTo(message.AsSpan(^Checksum));
        return message;
    }

    private static void HoldWhole(byte[] bytes)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        EventMessage? message;
        try
        {
            if (!EventDecoder.TryRead(ref buffer, out message))
            {
                Hold(buffer.Length == bytes.Length, "Of an incomplete message something was taken.");
                return;
            }
        }
        catch (EventStreamException)
        {
            return;
        }

        var length = bytes.Length - (int)buffer.Length;
        Hold(length >= Prelude + Checksum, $"A message of {length} bytes was read.");
        Hold(message!.Payload.Length <= length - Prelude - Checksum, "The payload is longer than its message.");
        var cut = new ReadOnlySequence<byte>(bytes.AsMemory(0, (int)(Chance.Of(bytes) % (ulong)length)));
        Hold(!EventDecoder.TryRead(ref cut, out _), "The beginning of a message was read as one.");
        try
        {
            _ = InputChunk.EventOf(message.Payload);
            _ = InputChunk.EventOf(bytes);
        }
        catch (Exception e) when (e is SonicRefusalException or EventStreamException) { }
    }

    private static void HoldRoundTrip(ReadOnlySpan<byte> input)
    {
        var type = Encoding.UTF8.GetString(input[..Math.Min(LongestType, input.Length)]);
        var written = EventEncoder.Event(type, input);
        var buffer = new ReadOnlySequence<byte>(written);
        Hold(
            EventDecoder.TryRead(ref buffer, out var read) && buffer.IsEmpty,
            "What was written is not read back whole."
        );
        Hold(read!.Text(":event-type") == type, $"The type '{type}' came back as '{read.Text(":event-type")}'.");
        Hold(read.Payload.Span.SequenceEqual(input), "The payload came back as another.");
    }

    private static void HoldChunked(ReadOnlySpan<byte> input)
    {
        var body = input.ToArray();
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var result = AwsChunked.Decode(body, null, withTrailers: input.Length % 2 == 0, trailers);
        Hold(
            result.Length >= 0 && result.Length <= input.Length,
            $"{result.Length} bytes of {input.Length} were decoded."
        );
        Hold(result.State == AwsChunked.State.Whole || result.Length == 0, "A broken body has a length.");
    }
}
