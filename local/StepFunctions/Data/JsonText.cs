using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>JSON as text and as nodes. Numbers keep their spelling and objects their order on the way through.</summary>
public static class JsonText
{
    /// <summary>The most that a state's input, output or result may measure, in bytes of UTF-8.</summary>
    public const int SizeLimit = 262_144;

    private static readonly JsonWriterOptions s_compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonWriterOptions s_indented = s_compact with { Indented = true };

    // Two members of one name would have to be guessed between.
    private static readonly JsonDocumentOptions s_reading = new() { AllowDuplicateProperties = false, MaxDepth = 512 };

    /// <summary>Reads a text; JSON's null is a null node.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonNode? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        CheckStrings(utf8);
        return JsonNode.Parse(utf8, documentOptions: s_reading);
    }

    /// <summary>Writes a node without white space.</summary>
    public static string Write(JsonNode? node) => Encoding.UTF8.GetString(ToUtf8(node));

    /// <summary>Writes a node for a reader's eye.</summary>
    public static string WriteIndented(JsonNode? node) => Encoding.UTF8.GetString(ToUtf8(node, s_indented).WrittenSpan);

    /// <summary>Writes a node without white space, in UTF-8.</summary>
    public static ReadOnlySpan<byte> ToUtf8(JsonNode? node) => ToUtf8(node, s_compact).WrittenSpan;

    /// <summary>A node tells of a string that is no text only when it is asked for it: too late for a refusal.</summary>
    private static void CheckStrings(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new JsonException("it is not UTF-8.");
        }

        if (utf8.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = s_reading.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader is { ValueIsEscaped: true, TokenType: JsonTokenType.String or JsonTokenType.PropertyName })
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("a string in it holds half a character: a \\ud800 to \\udfff that is alone.", e);
        }
    }

    private static ArrayBufferWriter<byte> ToUtf8(JsonNode? node, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, options);
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }

        writer.Flush();
        return buffer;
    }
}
