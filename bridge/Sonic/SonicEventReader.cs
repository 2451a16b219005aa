using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace SonicBridge.Bridge.Sonic;

/// <summary>Reads one output event of the model: <c>{"event":{"&lt;name&gt;":{…}}}</c> in UTF-8.</summary>
internal static class SonicEventReader
{
    /// <summary>Reads an event.</summary>
    /// <param name="json">One whole JSON text.</param>
    /// <param name="pcm">Where the samples of an audioOutput are decoded to: at least as long as <paramref name="json"/>.</param>
    /// <exception cref="JsonException">The text is not JSON, or not an event.</exception>
    public static SonicEvent Read(ReadOnlySpan<byte> json, Memory<byte> pcm)
    {
        try
        {
            return ReadEnvelope(json, pcm);
        }
        catch (InvalidOperationException e)
        {
            // Strings are checked only when they are taken out.
            throw new JsonException("An event of the model holds a string that is no text: half a character.", e);
        }
    }

    private static SonicEvent ReadEnvelope(ReadOnlySpan<byte> json, Memory<byte> pcm)
    {
        var reader = new Utf8JsonReader(json);
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            var isEvent = reader.ValueTextEquals("event"u8);
            Advance(ref reader);
            if (isEvent && reader.TokenType == JsonTokenType.StartObject)
            {
                return ReadNamed(ref reader, pcm);
            }

            reader.Skip();
        }

        throw new JsonException("The model sent JSON without an event in it.");
    }

    private static SonicEvent ReadNamed(ref Utf8JsonReader reader, Memory<byte> pcm)
    {
        Expect(ref reader, JsonTokenType.PropertyName);
        if (reader.ValueTextEquals("audioOutput"u8))
        {
            return ReadAudio(ref reader, pcm);
        }

        if (reader.ValueTextEquals("textOutput"u8))
        {
            return ReadText(ref reader);
        }

        if (reader.ValueTextEquals("contentStart"u8))
        {
            return ReadContentStart(ref reader);
        }

        if (reader.ValueTextEquals("contentEnd"u8))
        {
            return ReadContentEnd(ref reader);
        }

        if (reader.ValueTextEquals("toolUse"u8))
        {
            return ReadToolUse(ref reader);
        }

        if (reader.ValueTextEquals("usageEvent"u8))
        {
            return ReadUsage(ref reader);
        }

        if (reader.ValueTextEquals("completionStart"u8))
        {
            return new SonicEvent.CompletionStart();
        }

        return reader.ValueTextEquals("completionEnd"u8)
            ? new SonicEvent.CompletionEnd()
            : new SonicEvent.Unknown(reader.GetString()!);
    }

    private static SonicEvent.AudioOutput ReadAudio(ref Utf8JsonReader reader, Memory<byte> pcm)
    {
        var contentId = "";
        var length = 0;
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
            {
                Expect(ref reader, JsonTokenType.String);
                length = DecodeBase64(ref reader, pcm.Span);
            }
            else
            {
                ReadIdOrSkip(ref reader, ref contentId);
            }
        }

        return new SonicEvent.AudioOutput(contentId, pcm[..length]);
    }

    // JSON allows a slash to be written as \/ and so it must be undone before base64 is decoded.
    private static int DecodeBase64(ref Utf8JsonReader reader, Span<byte> destination)
    {
        var text = reader.ValueSpan;
        if (reader.ValueIsEscaped)
        {
            text = destination[..reader.CopyString(destination)];
        }

        var status = reader.ValueIsEscaped
            ? Base64.DecodeFromUtf8InPlace(destination[..text.Length], out var written)
            : Base64.DecodeFromUtf8(text, destination, out _, out written);
        return status == OperationStatus.Done
            ? written
            : throw new JsonException("The content of an audioOutput is not base64.");
    }

    private static SonicEvent ReadText(ref Utf8JsonReader reader)
    {
        var contentId = "";
        var text = "";
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
            {
                Expect(ref reader, JsonTokenType.String);
                text = reader.GetString()!;
            }
            else
            {
                ReadIdOrSkip(ref reader, ref contentId);
            }
        }

        return InterruptionMark.Is(text)
            ? new SonicEvent.Interrupted(contentId)
            : new SonicEvent.TextOutput(contentId, text);
    }

    private static SonicEvent.ContentStart ReadContentStart(ref Utf8JsonReader reader)
    {
        var contentId = "";
        var type = ContentType.Other;
        var role = Role.Other;
        var stage = GenerationStage.Final;
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                Advance(ref reader);
                type = SonicWords.TypeOf(ref reader);
            }
            else if (reader.ValueTextEquals("role"u8))
            {
                Advance(ref reader);
                role = SonicWords.RoleOf(ref reader);
            }
            else if (reader.ValueTextEquals("additionalModelFields"u8))
            {
                Advance(ref reader);
                stage = SonicWords.StageOf(ref reader);
            }
            else
            {
                ReadIdOrSkip(ref reader, ref contentId);
            }
        }

        return new SonicEvent.ContentStart(contentId, type, role, stage);
    }

    private static SonicEvent.ContentEnd ReadContentEnd(ref Utf8JsonReader reader)
    {
        var contentId = "";
        var reason = StopReason.Other;
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("stopReason"u8))
            {
                Advance(ref reader);
                reason = SonicWords.ReasonOf(ref reader);
            }
            else
            {
                ReadIdOrSkip(ref reader, ref contentId);
            }
        }

        return new SonicEvent.ContentEnd(contentId, reason);
    }

    private static SonicEvent.ToolUse ReadToolUse(ref Utf8JsonReader reader)
    {
        var id = "";
        var name = "";
        var arguments = "";
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("toolUseId"u8))
            {
                Expect(ref reader, JsonTokenType.String);
                id = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("toolName"u8))
            {
                Expect(ref reader, JsonTokenType.String);
                name = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("content"u8))
            {
                // The arguments as JSON in a string; the examples of the guide are at odds about that, as with schemas.
                Advance(ref reader);
                arguments = SonicWords.JsonOf(ref reader);
            }
            else
            {
                Advance(ref reader);
                reader.Skip();
            }
        }

        return new SonicEvent.ToolUse(id, name, arguments);
    }

    private static SonicEvent.Usage ReadUsage(ref Utf8JsonReader reader)
    {
        long input = 0;
        long output = 0;
        Expect(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            var isInput = reader.ValueTextEquals("totalInputTokens"u8);
            var isOutput = reader.ValueTextEquals("totalOutputTokens"u8);
            Advance(ref reader);
            if ((isInput || isOutput) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var tokens))
            {
                (input, output) = isInput ? (tokens, output) : (input, tokens);
            }
            else
            {
                reader.Skip();
            }
        }

        return new SonicEvent.Usage(input, output);
    }

    private static void ReadIdOrSkip(ref Utf8JsonReader reader, ref string contentId)
    {
        var isId = reader.ValueTextEquals("contentId"u8);
        if (Advance(ref reader) == JsonTokenType.String && isId)
        {
            contentId = reader.GetString()!;
        }
        else
        {
            reader.Skip();
        }
    }

    private static JsonTokenType Advance(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonException("An event of the model ends early.");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (Advance(ref reader) != expected)
        {
            throw new JsonException($"An event of the model has a {reader.TokenType} where a {expected} belongs.");
        }
    }
}
