using System.Buffers;
using System.Text.Json;
using SonicBridge.Local.Sonic.EventStreams;

namespace SonicBridge.Local.Sonic;

/// <summary>Unpacks a client's event from the message that carries it: <c>{"bytes":"&lt;base64&gt;"}</c> of the type chunk.</summary>
internal static class InputChunk
{
    /// <summary>The event's JSON.</summary>
    /// <exception cref="SonicRefusalException">The message is no chunk, or holds no base64.</exception>
    public static ReadOnlyMemory<byte> EventOf(ReadOnlyMemory<byte> inner)
    {
        var buffer = new ReadOnlySequence<byte>(inner);
        if (
            !EventDecoder.TryRead(ref buffer, out var message)
            || message!.Text(":message-type") != "event"
            || message.Text(":event-type") != "chunk"
        )
        {
            throw SonicRefusalException.Validation("A signed message does not hold an event of the type 'chunk'.");
        }

        try
        {
            using var payload = JsonDocument.Parse(message.Payload);
            return payload.RootElement.GetProperty("bytes").GetBytesFromBase64();
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw SonicRefusalException.Validation(
                "Invalid input request, please fix your input and try again. (A chunk holds no base64 in bytes.)"
            );
        }
    }
}
