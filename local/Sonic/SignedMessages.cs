using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Sonic.EventStreams;

namespace SonicBridge.Local.Sonic;

/// <summary>Unwraps the client's messages: each is the payload of one that is signed over the one before.</summary>
/// <param name="seed">The signature of the request that opened the stream.</param>
public sealed class SignedMessages(SignedRequest seed)
{
    // A header as it is signed: name length, name, type 8, eight bytes of time.
    private const int DateHeaderBytes = 15;

    // The end of the year 9999.
    private const long LastMoment = 253_402_300_799_999;

    private string _previous = seed.Signature;

    /// <summary>The bytes inside; none marks the end of the client's stream.</summary>
    /// <exception cref="SonicRefusalException">The signature is missing or wrong.</exception>
    public ReadOnlyMemory<byte> Open(EventMessage outer)
    {
        if (
            outer.Headers.GetValueOrDefault(":date") is not EventHeader.Timestamp date
            || outer.Headers.GetValueOrDefault(":chunk-signature") is not EventHeader.Bytes signature
        )
        {
            throw SonicRefusalException.Validation("A message carries no :date and :chunk-signature.");
        }

        if (date.Milliseconds is < 0 or > LastMoment)
        {
            throw SonicRefusalException.Validation("The :date of a message is no time of this calendar.");
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(date.Milliseconds);
        var scope = seed.Scope with { Date = time.ToString("yyyyMMdd", CultureInfo.InvariantCulture) };
        var text = string.Join(
            '\n',
            "AWS4-HMAC-SHA256-PAYLOAD",
            time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            scope,
            _previous,
            Hash(DateHeader(date.Milliseconds)),
            Hash(outer.Payload.Span)
        );
        _previous = SigningKey.Of(scope, seed.Client).Sign(text);
        return _previous == Convert.ToHexStringLower(signature.Value.Span)
            ? outer.Payload
            : throw SonicRefusalException.Validation("The signature of a message does not follow from the one before.");
    }

    private static string Hash(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    private static byte[] DateHeader(long milliseconds)
    {
        var header = new byte[DateHeaderBytes];
        header[0] = 5;
        ":date"u8.CopyTo(header.AsSpan(1));
        header[6] = 8;
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(7), milliseconds);
        return header;
    }
}
