using System.Buffers;
using System.Text.Json;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>A session with a scripted model, and what a test does with it.</summary>
internal static class ASonicSession
{
    /// <summary>An event of the model's.</summary>
    public const string Hello = """{"event":{"textOutput":{"contentId":"c","content":"Hello."}}}""";

    /// <summary>What goes out before the first block of voice.</summary>
    public static readonly string[] Preamble =
    [
        "sessionStart",
        "promptStart",
        "contentStart",
        "textInput",
        "contentEnd",
        "contentStart",
    ];

    public static async Task<SonicSession> BeginAsync(
        ScriptedBedrock bedrock,
        SonicSettings? settings = null,
        ConversationHistory? history = null
    )
    {
        var session = Open(bedrock, settings);
        await session.BeginAsync(history ?? ConversationHistory.None, TestContext.Current.CancellationToken);
        return session;
    }

    public static SonicSession Open(ScriptedBedrock bedrock, SonicSettings? settings = null) =>
        SonicSession.Open(
            () => Task.FromResult(new ModelAccess(bedrock, null)),
            settings ?? new SonicSettings(),
            TimeProvider.System
        );

    // The samples are gone once the handler is done: their number is kept.
    public static async Task<(List<SonicEvent> Heard, SonicEnd End)> ReadAsync(SonicSession session)
    {
        var heard = new List<SonicEvent>();
        var end = await session.ReadAsync(one =>
        {
            heard.Add(one is SonicEvent.AudioOutput audio ? new SonicEvent.Unknown($"audio {audio.Pcm.Length}") : one);
            return ValueTask.CompletedTask;
        });
        return (heard, end);
    }

    public static async Task SpeakAsync(SonicSession session, params byte[][] blocks)
    {
        foreach (var block in blocks)
        {
            await session.WriteAsync(new ReadOnlySequence<byte>(block), TestContext.Current.CancellationToken);
        }
    }

    public static async Task<byte[]> PcmAsync(ScriptedBedrock bedrock)
    {
        using var json = JsonDocument.Parse((await bedrock.ReceiveAsync())!);
        return json
            .RootElement.GetProperty("event")
            .GetProperty("audioInput")
            .GetProperty("content")
            .GetBytesFromBase64();
    }

    public static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) ? value.GetString() : null;
}
