using System.Text.Json;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// The text <c>{ "interrupted" : true }</c>, by which the model tells of a barge-in in the midst of its words. Its
/// spacing varies, so it is read as JSON.
/// </summary>
internal static class InterruptionMark
{
    private const int Longest = 64;

    public static bool Is(string text)
    {
        if (text.Length > Longest || !text.AsSpan().TrimStart().StartsWith('{'))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("interrupted", out var interrupted)
                && interrupted.ValueKind == JsonValueKind.True;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Words that happen to begin with a brace; a name in them may hold half a surrogate pair.
            return false;
        }
    }
}
