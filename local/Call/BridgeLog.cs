using System.Text.Json;

namespace SonicBridge.Local.Call;

/// <summary>Reads the bridge's log: JSON, one object a line.</summary>
internal static class BridgeLog
{
    /// <summary>The sentence of a line, or the line itself when it is no JSON; null for what is only of use to a debugger.</summary>
    public static string? MessageOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var entry = json.RootElement;
            return entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("message", out var message)
                ? IsForDebugging(entry)
                    ? null
                    : message.ToString()
                : line;
        }
        catch (JsonException)
        {
            return line;
        }
    }

    private static bool IsForDebugging(JsonElement entry) =>
        entry.TryGetProperty("level", out var level) && level.ToString() is "trace" or "debug";
}
