using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Amazon.Runtime.Internal;

namespace Amazon.BedrockRuntime.Wire;

/// <summary>What the messages of an output stream become, by their event or exception type.</summary>
internal static class StreamMessages
{
    private static readonly string[] ExceptionTypes =
    [
        "InternalServerException",
        "ModelStreamErrorException",
        "ModelTimeoutException",
        "ServiceUnavailableException",
        "ThrottlingException",
        "ValidationException",
    ];

    public static IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> Events { get; } =
        new Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Initial-Response"] = static message => new InitialResponseEvent(message),
            ["Chunk"] = static message => new BidirectionalOutputPayloadPart { Bytes = BytesOf(message.Payload) },
        };

    public static IDictionary<
        string,
        Func<IEventStreamMessage, BedrockRuntimeEventStreamException>
    > Exceptions { get; } =
        ExceptionTypes.ToDictionary(
            type => type,
            type => new Func<IEventStreamMessage, BedrockRuntimeEventStreamException>(message =>
                ExceptionOf(type, message.Payload)
            ),
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Finds the member "bytes"; others, such as padding, are passed over.</summary>
    private static MemoryStream BytesOf(byte[] payload)
    {
        var json = new Utf8JsonReader(payload);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = json.ValueTextEquals("bytes"u8);
            json.Read();
            if (wanted && json.TokenType != JsonTokenType.Null)
            {
                var bytes = json.GetBytesFromBase64();
                return new MemoryStream(bytes, 0, bytes.Length, writable: true, publiclyVisible: true);
            }

            json.Skip();
        }

        return null;
    }

    private static BedrockRuntimeEventStreamException ExceptionOf(string type, byte[] payload)
    {
        using var body = payload.Length == 0 ? null : JsonDocument.Parse(payload);
        // The published package, too, leaves the service's words to the outer exception alone.
        var modelled = ServiceErrors.Read(type, new ErrorResponse(), body?.RootElement ?? default);
        return new BedrockRuntimeEventStreamException(Encoding.UTF8.GetString(payload), modelled);
    }
}
