using System.Runtime.InteropServices;

namespace SonicBridge.Local.Tests.Sonic;

/// <summary>The events of a client that does everything right.</summary>
internal static class ClientEvents
{
    private const string Lpcm =
        "\"mediaType\":\"audio/lpcm\",\"sampleSizeBits\":16,\"channelCount\":1,\"encoding\":\"base64\",\"audioType\":\"SPEECH\"";

    public const string SessionStart =
        """{"event":{"sessionStart":{"inferenceConfiguration":{"maxTokens":1024,"topP":0.9,"temperature":0.7},"turnDetectionConfiguration":{"endpointingSensitivity":"HIGH"}}}}""";

    public static readonly string PromptStart =
        $$"""{"event":{"promptStart":{"promptName":"p","textOutputConfiguration":{"mediaType":"text/plain"},"audioOutputConfiguration":{ {{Lpcm}},"sampleRateHertz":8000,"voiceId":"matthew"} } } }""";

    public const string SystemStart =
        """{"event":{"contentStart":{"promptName":"p","contentName":"s","type":"TEXT","interactive":false,"role":"SYSTEM","textInputConfiguration":{"mediaType":"text/plain"}}}}""";

    public const string SystemText =
        """{"event":{"textInput":{"promptName":"p","contentName":"s","content":"Be kind."}}}""";

    public const string SystemEnd = """{"event":{"contentEnd":{"promptName":"p","contentName":"s"}}}""";

    public static readonly string AudioStart =
        $$"""{"event":{"contentStart":{"promptName":"p","contentName":"a","type":"AUDIO","interactive":true,"role":"USER","audioInputConfiguration":{ {{Lpcm}},"sampleRateHertz":8000} } } }""";

    public const string AudioEnd = """{"event":{"contentEnd":{"promptName":"p","contentName":"a"}}}""";

    public const string PromptEnd = """{"event":{"promptEnd":{"promptName":"p"}}}""";

    public const string SessionEnd = """{"event":{"sessionEnd":{}}}""";

    public static string[] Opening { get; } =
    [SessionStart, PromptStart, SystemStart, SystemText, SystemEnd, AudioStart];

    public static string[] Closing { get; } = [AudioEnd, PromptEnd, SessionEnd];

    /// <summary>A tone or silence, in pieces of 64 ms.</summary>
    public static string[] Audio(double seconds, bool loud)
    {
        var events = new List<string>();
        for (var piece = 0; piece < seconds / 0.064; piece++)
        {
            var samples = new short[512];
            for (var i = 0; loud && i < samples.Length; i++)
            {
                samples[i] = (short)(9000 * Math.Sin(i * 0.4));
            }

            events.Add(AudioOf(MemoryMarshal.AsBytes<short>(samples)));
        }

        return [.. events];
    }

    /// <summary>Samples, in pieces of 512.</summary>
    public static string[] Speech(short[] samples) =>
        [.. samples.Chunk(512).Select(static piece => AudioOf(MemoryMarshal.AsBytes<short>(piece)))];

    public static string AudioOf(ReadOnlySpan<byte> pcm) =>
        $$"""{"event":{"audioInput":{"promptName":"p","contentName":"a","content":"{{Convert.ToBase64String(pcm)}}"} } }""";

    public static string AudioStartAt(int hertz) => AudioStart.Replace("8000", $"{hertz}", StringComparison.Ordinal);

    /// <param name="schema">JSON where a string belongs.</param>
    public static string PromptStartWithTool(string schema) =>
        PromptStart.Replace(
            "\"promptName\":\"p\"",
            "\"promptName\":\"p\",\"toolConfiguration\":{\"tools\":[{\"toolSpec\":{\"name\":\"t\",\"inputSchema\":{\"json\":"
                + schema
                + "}}}]}",
            StringComparison.Ordinal
        );

    /// <summary>A whole text that the model is to answer.</summary>
    public static string[] Typed(string name, string text) =>
        [
            .. History("USER", name, text)
                .Select(static json =>
                    json.Replace("\"interactive\":false", "\"interactive\":true", StringComparison.Ordinal)
                ),
            End(name),
        ];

    /// <summary>A tool's whole answer.</summary>
    public static string[] ToolResult(string name, string toolUseId, string json) =>
        [
            $$"""{"event":{"contentStart":{"promptName":"p","contentName":"{{name}}","type":"TOOL","interactive":false,"role":"TOOL","toolResultInputConfiguration":{"toolUseId":"{{toolUseId}}","type":"TEXT","textInputConfiguration":{"mediaType":"text/plain"} } } } }""",
            $$"""{"event":{"toolResult":{"promptName":"p","contentName":"{{name}}","content":{{System.Text.Json.JsonSerializer.Serialize(json)}} } } }""",
            End(name),
        ];

    public static string End(string name) => SystemEnd.Replace("\"s\"", $"\"{name}\"", StringComparison.Ordinal);

    /// <summary>One message of the past.</summary>
    public static string[] History(string role, string name, string text) =>
        [
            SystemStart
                .Replace("SYSTEM", role, StringComparison.Ordinal)
                .Replace("\"s\"", $"\"{name}\"", StringComparison.Ordinal),
            $$"""{"event":{"textInput":{"promptName":"p","contentName":"{{name}}","content":"{{text}}"} } }""",
        ];
}
