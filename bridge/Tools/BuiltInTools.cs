using System.Text.Json;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Contracts.Privacy;

namespace SonicBridge.Bridge.Tools;

/// <summary>The tools that every call has: the bridge does them itself.</summary>
internal static class BuiltInTools
{
    /// <summary>What a screen pop can show, in UTF-8: all contact attributes of a call share 32 KB.</summary>
    public const int LongestSummary = 1000;

    /// <summary>Ends the call.</summary>
    public static ToolSpec EndCall { get; } =
        new(
            ToolConfiguration.EndCall,
            "Ends the telephone call. Use it when the caller has said that nothing else is needed, and say goodbye first.",
            """{"type":"object","properties":{}}"""
        );

    /// <summary>Hands the caller to a person.</summary>
    public static ToolSpec TransferToAgent(TransferConfiguration? transfer) =>
        new(
            ToolConfiguration.TransferToAgent,
            "Hands the caller to a person. Use it when the caller asks for one, or when you cannot help; tell the caller first.",
            Schema(transfer?.Queues is { Count: > 0 } queues ? queues.Keys : [])
        );

    /// <summary>Reads what the model says of a transfer. What it says wrong loses no caller: the flow has a queue of its own.</summary>
    /// <param name="arguments">JSON, as the model wrote it.</param>
    /// <param name="privacy">What may be kept of it: the summary stays in the playlist and with the contact.</param>
    public static TransferTarget TargetOf(
        string arguments,
        TransferConfiguration? transfer,
        PrivacyConfiguration? privacy = null
    )
    {
        string? queue = null;
        string? summary = null;
        try
        {
            using var json = JsonDocument.Parse(arguments);
            queue = TextOf(json.RootElement, "queue");
            summary = TextOf(json.RootElement, "summary");
        }
        // No JSON, no object, or a text that is none.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The person will ask.
        }

        // Masked first: what is cut off would keep a number from being known for one.
        var told = summary is not null && privacy is { MaskNumbers: true } ? NumberMask.Mask(summary) : summary;
        return new TransferTarget(QueueOf(queue, transfer) ?? transfer?.Queue, Shortened(told));
    }

    private static string? QueueOf(string? word, TransferConfiguration? transfer) =>
        word is not null && transfer?.Queues?.TryGetValue(word, out var arn) is true ? arn : null;

    private static string? TextOf(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static string? Shortened(string? summary)
    {
        if (string.IsNullOrWhiteSpace(summary) || summary.Length <= LongestSummary)
        {
            return string.IsNullOrWhiteSpace(summary) ? null : summary.Trim();
        }

        var end = char.IsHighSurrogate(summary[LongestSummary - 1]) ? LongestSummary - 1 : LongestSummary;
        return summary[..end].Trim();
    }

    private static string Schema(IEnumerable<string> queues)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "object"u8);
            json.WriteStartObject("properties"u8);
            json.WriteStartObject("summary"u8);
            json.WriteString("type"u8, "string"u8);
            json.WriteString(
                "description"u8,
                "What the caller wants and what was done so far, in one or two sentences."u8
            );
            json.WriteEndObject();
            WriteQueues(json, [.. queues.Order(StringComparer.Ordinal)]);
            json.WriteEndObject();
            json.WriteStartArray("required"u8);
            json.WriteStringValue("summary"u8);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void WriteQueues(Utf8JsonWriter json, string[] queues)
    {
        if (queues.Length == 0)
        {
            return;
        }

        json.WriteStartObject("queue"u8);
        json.WriteString("type"u8, "string"u8);
        json.WriteString("description"u8, "Whom the caller needs; leave it out when none of them fits."u8);
        json.WriteStartArray("enum"u8);
        foreach (var queue in queues)
        {
            json.WriteStringValue(queue);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
