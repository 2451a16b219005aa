using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tools;

/// <summary>What a tool's function is given, and what is made of what it gives back.</summary>
internal static class ToolPayload
{
    /// <summary>The longest answer that is passed on: a caller would not listen to more, and each byte costs tokens.</summary>
    public const int LongestAnswer = 16 * 1024;

    // It goes into JSON, not into a page: an umlaut stays the one character that the model says.
    private static readonly JsonWriterOptions s_asItIs = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the function gets: <c>{"tool": …, "arguments": {…}, "contactId": …}</c>.</summary>
    /// <returns>Null when the model's arguments are no JSON object.</returns>
    public static MemoryStream? Of(SonicEvent.ToolUse use, ContactId contactId)
    {
        // A tool without arguments may be asked for with none.
        var arguments = string.IsNullOrWhiteSpace(use.Arguments) ? "{}" : use.Arguments;
        try
        {
            using var document = JsonDocument.Parse(arguments);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes))
            {
                json.WriteStartObject();
                json.WriteString("tool"u8, use.Name);
                json.WritePropertyName("arguments"u8);
                document.RootElement.WriteTo(json);
                json.WriteString("contactId"u8, contactId.ToString());
                json.WriteEndObject();
            }

            bytes.Position = 0;
            return bytes;
        }
        // Not JSON, or a string in it that is no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What the model is told: an object as it is, anything else as the <c>result</c> of one.</summary>
    /// <param name="payload">What the function gave back.</param>
    public static ToolAnswer Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.Length > LongestAnswer)
        {
            return ToolAnswer.Failed(
                ToolFailure.TooLong,
                "The tool found more than can be read out. Ask for less, or ask the caller to be more specific."
            );
        }

        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            var bytes = new ArrayBufferWriter<byte>(payload.Length + 16);
            using (var json = new Utf8JsonWriter(bytes, s_asItIs))
            {
                if (root.ValueKind is JsonValueKind.Object)
                {
                    root.WriteTo(json);
                }
                else
                {
                    json.WriteStartObject();
                    json.WritePropertyName("result"u8);
                    root.WriteTo(json);
                    json.WriteEndObject();
                }
            }

            return new ToolAnswer(Encoding.UTF8.GetString(bytes.WrittenSpan));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return ToolAnswer.Failed(ToolFailure.NotJson, "The tool gave an answer that cannot be read.");
        }
    }
}
