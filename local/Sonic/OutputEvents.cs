using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.Sonic.EventStreams;

namespace SonicBridge.Local.Sonic;

/// <summary>The model's events, as they stand on the wire.</summary>
/// <param name="sessionId">The stream.</param>
/// <param name="promptName">The client's name for its prompt.</param>
internal sealed class OutputEvents(string sessionId, string promptName)
{
    // Texts travel as they are, apostrophes and all.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string _completionId = "";

    /// <summary>Whether a completion was started and not ended.</summary>
    public bool IsCompletionOpen { get; private set; }

    public byte[] CompletionStart()
    {
        _completionId = Guid.NewGuid().ToString();
        IsCompletionOpen = true;
        return Event("completionStart", []);
    }

    public byte[] CompletionEnd(string stopReason)
    {
        IsCompletionOpen = false;
        return Event("completionEnd", new() { ["stopReason"] = stopReason });
    }

    /// <summary>A whole call of a tool: start, call, end.</summary>
    public IEnumerable<byte[]> Tool(ToolUse use)
    {
        var contentId = Guid.NewGuid().ToString();
        yield return Event(
            "contentStart",
            new()
            {
                ["contentId"] = contentId,
                ["role"] = "TOOL",
                ["toolUseOutputConfiguration"] = new JsonObject { ["mediaType"] = "application/json" },
                ["type"] = "TOOL",
            }
        );
        yield return Event(
            "toolUse",
            new()
            {
                ["content"] = use.Call.Arguments,
                ["contentId"] = contentId,
                ["role"] = "TOOL",
                ["toolName"] = use.Call.Name,
                ["toolUseId"] = use.Id,
            }
        );
        yield return ContentEnd(contentId, "TOOL", "TOOL_USE");
    }

    /// <summary>A whole text content: start, text, end.</summary>
    public IEnumerable<byte[]> Text(string role, string stage, string text, string stopReason)
    {
        var contentId = Guid.NewGuid().ToString();
        yield return Event(
            "contentStart",
            new()
            {
                ["additionalModelFields"] = $$"""{"generationStage":"{{stage}}"}""",
                ["contentId"] = contentId,
                ["role"] = role,
                ["textOutputConfiguration"] = new JsonObject { ["mediaType"] = "text/plain" },
                ["type"] = "TEXT",
            }
        );
        yield return Event(
            "textOutput",
            new()
            {
                ["content"] = text,
                ["contentId"] = contentId,
                ["role"] = role,
            }
        );
        yield return ContentEnd(contentId, "TEXT", stopReason);
    }

    public byte[] AudioStart(string contentId, int hertz) =>
        Event(
            "contentStart",
            new()
            {
                ["contentId"] = contentId,
                ["role"] = "ASSISTANT",
                ["type"] = "AUDIO",
                ["audioOutputConfiguration"] = new JsonObject
                {
                    ["audioType"] = "SPEECH",
                    ["channelCount"] = 1,
                    ["encoding"] = "base64",
                    ["mediaType"] = "audio/lpcm",
                    ["sampleRateHertz"] = hertz,
                    ["sampleSizeBits"] = 16,
                },
            }
        );

    public byte[] Audio(string contentId, ReadOnlySpan<byte> pcm) =>
        Event(
            "audioOutput",
            new()
            {
                ["content"] = Convert.ToBase64String(pcm),
                ["contentId"] = contentId,
                ["role"] = "ASSISTANT",
            }
        );

    public byte[] ContentEnd(string contentId, string type, string stopReason) =>
        Event(
            "contentEnd",
            new()
            {
                ["contentId"] = contentId,
                ["stopReason"] = stopReason,
                ["type"] = type,
            }
        );

    /// <summary>Tokens, counted over the whole stream. The simulation counts 25 a second of speech, heard or spoken.</summary>
    public byte[] Usage(int input, int output) =>
        Event(
            "usageEvent",
            new()
            {
                ["totalInputTokens"] = input,
                ["totalOutputTokens"] = output,
                ["totalTokens"] = input + output,
            }
        );

    /// <summary>The exception with which the stream ends.</summary>
    public static byte[] Exception(SonicRefusalException refusal) =>
        EventEncoder.Exception(
            refusal.Type,
            JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["message"] = refusal.Message }, Plain)
        );

    private byte[] Event(string name, JsonObject body)
    {
        body["completionId"] = _completionId;
        body["promptName"] = promptName;
        body["sessionId"] = sessionId;
        var json = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["event"] = new JsonObject { [name] = body } });
        return EventEncoder.Event(
            "chunk",
            JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["bytes"] = Convert.ToBase64String(json) })
        );
    }
}
