using System.Text.Json;

namespace SonicBridge.Steps.Call;

/// <summary>Makes a sentence of the error with which a state of the call failed.</summary>
internal static class FailureCause
{
    private const int Longest = 1000;

    /// <param name="failure">Step Functions' <c>{"Error", "Cause"}</c>; either may be missing.</param>
    public static string Explain(JsonElement failure)
    {
        var error = failure.TextAt("Error") is { Length: > 0 } name ? name : "Unknown";
        var sentence = Sentence(error, failure.TextAt("Cause"));
        var text = $"{error}: {sentence}";
        return text.Length > Longest ? $"{text[..Longest]}…" : text;
    }

    private static string Sentence(string error, string? cause) =>
        error switch
        {
            // A missed heartbeat goes by either name, and a call as long as the state's own limit there is none.
            "States.HeartbeatTimeout" or "States.Timeout" =>
                "the bridge gave no sign of life for as long as the state machine waits for one; it hangs, or it never came up.",
            _ when string.IsNullOrWhiteSpace(cause) => "no cause was given.",
            _ => MessageOfLambda(cause) ?? cause.Trim(),
        };

    /// <summary>A function that throws leaves JSON: <c>{"errorType", "errorMessage", "stackTrace"}</c>.</summary>
    private static string? MessageOfLambda(string cause)
    {
        if (!cause.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(cause);
            return document.RootElement.TextAt("errorMessage");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
