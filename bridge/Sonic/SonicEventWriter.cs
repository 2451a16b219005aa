using System.Buffers;
using System.Text.Json;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// Writes the model's input events, <c>{"event":{"&lt;name&gt;":{…}}}</c>, as Nova 2's user guide has them under
/// "Handling input events".
/// </summary>
internal static class SonicEventWriter
{
    public static void SessionStart(Utf8JsonWriter json, SonicSettings settings)
    {
        Begin(json, "sessionStart"u8);
        json.WriteStartObject("inferenceConfiguration"u8);
        json.WriteNumber("maxTokens"u8, settings.MaxTokens);
        json.WriteNumber("topP"u8, settings.TopP);
        json.WriteNumber("temperature"u8, settings.Temperature);
        json.WriteEndObject();
        if (settings.KnowsEndpointing)
        {
            json.WriteStartObject("turnDetectionConfiguration"u8);
            json.WriteString(
                "endpointingSensitivity"u8,
                settings.Endpointing switch
                {
                    Endpointing.High => "HIGH"u8,
                    Endpointing.Low => "LOW"u8,
                    _ => "MEDIUM"u8,
                }
            );
            json.WriteEndObject();
        }

        End(json);
    }

    public static void PromptStart(Utf8JsonWriter json, string promptName, SonicSettings settings)
    {
        Begin(json, "promptStart"u8);
        json.WriteString("promptName"u8, promptName);
        PlainText(json, "textOutputConfiguration"u8);
        json.WriteStartObject("audioOutputConfiguration"u8);
        Lpcm(json, SonicSettings.TelephoneHertz);
        json.WriteString("voiceId"u8, settings.Voice);
        json.WriteEndObject();
        Tools(json, settings.Tools);
        End(json);
    }

    /// <summary>Opens the block that holds a tool's answer.</summary>
    public static void ToolStart(Utf8JsonWriter json, string promptName, string contentName, string toolUseId)
    {
        Begin(json, "contentStart"u8);
        Names(json, promptName, contentName);
        json.WriteString("type"u8, "TOOL"u8);
        json.WriteBoolean("interactive"u8, false);
        json.WriteString("role"u8, "TOOL"u8);
        json.WriteStartObject("toolResultInputConfiguration"u8);
        json.WriteString("toolUseId"u8, toolUseId);
        json.WriteString("type"u8, "TEXT"u8);
        PlainText(json, "textInputConfiguration"u8);
        json.WriteEndObject();
        End(json);
    }

    /// <summary>Writes a tool's answer.</summary>
    /// <param name="answer">A JSON object; it goes as a string.</param>
    public static void ToolResult(Utf8JsonWriter json, string promptName, string contentName, string answer)
    {
        Begin(json, "toolResult"u8);
        Names(json, promptName, contentName);
        json.WriteString("content"u8, answer);
        End(json);
    }

    /// <summary>Opens a block of text.</summary>
    /// <param name="role">SYSTEM, USER or ASSISTANT.</param>
    /// <param name="interactive">Whether the model is to react to it.</param>
    public static void TextStart(
        Utf8JsonWriter json,
        string promptName,
        string contentName,
        string role,
        bool interactive
    )
    {
        Begin(json, "contentStart"u8);
        Names(json, promptName, contentName);
        json.WriteString("type"u8, "TEXT"u8);
        json.WriteBoolean("interactive"u8, interactive);
        json.WriteString("role"u8, role);
        PlainText(json, "textInputConfiguration"u8);
        End(json);
    }

    public static void TextInput(Utf8JsonWriter json, string promptName, string contentName, ReadOnlySpan<char> text)
    {
        Begin(json, "textInput"u8);
        Names(json, promptName, contentName);
        json.WriteString("content"u8, text);
        End(json);
    }

    /// <summary>Opens the one block that holds all of the caller's voice.</summary>
    public static void AudioStart(Utf8JsonWriter json, string promptName, string contentName, int hertz)
    {
        Begin(json, "contentStart"u8);
        Names(json, promptName, contentName);
        json.WriteString("type"u8, "AUDIO"u8);
        json.WriteBoolean("interactive"u8, true);
        json.WriteString("role"u8, "USER"u8);
        json.WriteStartObject("audioInputConfiguration"u8);
        Lpcm(json, hertz);
        json.WriteEndObject();
        End(json);
    }

    /// <summary>Writes samples: base64 straight from where they were received.</summary>
    public static void AudioInput(
        Utf8JsonWriter json,
        string promptName,
        string contentName,
        ReadOnlySequence<byte> pcm
    )
    {
        Begin(json, "audioInput"u8);
        Names(json, promptName, contentName);
        json.WritePropertyName("content"u8);
        if (pcm.IsSingleSegment)
        {
            json.WriteBase64StringValue(pcm.FirstSpan);
        }
        else
        {
            foreach (var segment in pcm)
            {
                json.WriteBase64StringSegment(segment.Span, isFinalSegment: false);
            }

            json.WriteBase64StringSegment([], isFinalSegment: true);
        }

        End(json);
    }

    public static void ContentEnd(Utf8JsonWriter json, string promptName, string contentName)
    {
        Begin(json, "contentEnd"u8);
        Names(json, promptName, contentName);
        End(json);
    }

    public static void PromptEnd(Utf8JsonWriter json, string promptName)
    {
        Begin(json, "promptEnd"u8);
        json.WriteString("promptName"u8, promptName);
        End(json);
    }

    public static void SessionEnd(Utf8JsonWriter json)
    {
        Begin(json, "sessionEnd"u8);
        End(json);
    }

    private static void Begin(Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WriteStartObject();
        json.WriteStartObject("event"u8);
        json.WriteStartObject(name);
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Tools(Utf8JsonWriter json, IReadOnlyList<ToolSpec> tools)
    {
        if (tools.Count == 0)
        {
            return;
        }

        json.WriteStartObject("toolUseOutputConfiguration"u8);
        json.WriteString("mediaType"u8, "application/json"u8);
        json.WriteEndObject();
        json.WriteStartObject("toolConfiguration"u8);
        json.WriteStartArray("tools"u8);
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteStartObject("toolSpec"u8);
            json.WriteString("name"u8, tool.Name);
            json.WriteString("description"u8, tool.Description);
            json.WriteStartObject("inputSchema"u8);
            // A string: the guide's pages are at odds, and all of AWS's samples send one.
            json.WriteString("json"u8, tool.InputSchema);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string promptName, string contentName)
    {
        json.WriteString("promptName"u8, promptName);
        json.WriteString("contentName"u8, contentName);
    }

    private static void PlainText(Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WriteStartObject(name);
        json.WriteString("mediaType"u8, "text/plain"u8);
        json.WriteEndObject();
    }

    private static void Lpcm(Utf8JsonWriter json, int hertz)
    {
        json.WriteString("mediaType"u8, "audio/lpcm"u8);
        json.WriteNumber("sampleRateHertz"u8, hertz);
        json.WriteNumber("sampleSizeBits"u8, 16);
        json.WriteNumber("channelCount"u8, 1);
        json.WriteString("audioType"u8, "SPEECH"u8);
        json.WriteString("encoding"u8, "base64"u8);
    }
}
