using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>The details of an event by which something failed.</summary>
internal static class ErrorDetails
{
    // What the wire allows of an error and a cause.
    private const int LongestError = 256;
    private const int LongestCause = 32_768;

    public static JsonObject Of(string? error, string? cause) => AddTo([], error, cause);

    public static JsonObject AddTo(JsonObject details, string? error, string? cause)
    {
        if (error is not null)
        {
            details["error"] = Cut(error, LongestError);
        }

        if (cause is not null)
        {
            details["cause"] = Cut(cause, LongestCause);
        }

        return details;
    }

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
