using System.Text.Json;

namespace SonicBridge.Bridge.Sonic;

/// <summary>Reads the words that the model uses in its events. One that is new, or no word at all, is <c>Other</c>.</summary>
internal static class SonicWords
{
    public static ContentType TypeOf(ref Utf8JsonReader reader) =>
        !IsWord(ref reader) ? ContentType.Other
        : reader.ValueTextEquals("TEXT"u8) ? ContentType.Text
        : reader.ValueTextEquals("AUDIO"u8) ? ContentType.Audio
        : reader.ValueTextEquals("TOOL"u8) ? ContentType.Tool
        : ContentType.Other;

    public static Role RoleOf(ref Utf8JsonReader reader) =>
        !IsWord(ref reader) ? Role.Other
        : reader.ValueTextEquals("USER"u8) ? Role.User
        : reader.ValueTextEquals("ASSISTANT"u8) ? Role.Assistant
        : Role.Other;

    public static StopReason ReasonOf(ref Utf8JsonReader reader) =>
        !IsWord(ref reader) ? StopReason.Other
        : reader.ValueTextEquals("PARTIAL_TURN"u8) ? StopReason.PartialTurn
        : reader.ValueTextEquals("END_TURN"u8) ? StopReason.EndTurn
        : reader.ValueTextEquals("INTERRUPTED"u8) ? StopReason.Interrupted
        : StopReason.Other;

    /// <summary>
    /// Reads additionalModelFields: a JSON text in a JSON string, such as <c>{"generationStage":"SPECULATIVE"}</c>. Of
    /// all that it may hold only that word matters.
    /// </summary>
    public static GenerationStage StageOf(ref Utf8JsonReader reader) =>
        IsWord(ref reader) && reader.GetString()!.Contains("\"SPECULATIVE\"", StringComparison.Ordinal)
            ? GenerationStage.Speculative
            : GenerationStage.Final;

    /// <summary>Reads JSON that stands in a string, or as itself.</summary>
    public static string JsonOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.GetRawText();
    }

    private static bool IsWord(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
