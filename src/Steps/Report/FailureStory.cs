using System.Text.Json;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Report;

/// <summary>Makes a sentence of the error that stopped a state machine, however many executions it came through.</summary>
internal static class FailureStory
{
    private const int Deepest = 8;

    // A call's words for it are about its bridge.
    private const string TimedOut = "States.Timeout";
    private const string OutOfTime =
        $"{TimedOut}: a step did not answer in its time, however often it was tried. The execution's history names it, and its function's log says how far it came.";

    /// <param name="failure">Step Functions' <c>{"Error", "Cause"}</c>.</param>
    public static string Tell(JsonElement failure)
    {
        var innermost = failure;
        for (var depth = 0; depth < Deepest && Nested(innermost) is { } nested; depth++)
        {
            innermost = nested;
        }

        return innermost.TextAt("Error") == TimedOut ? OutOfTime : FailureCause.Explain(innermost);
    }

    /// <summary>A nested execution that failed leaves its own description as the cause: <c>{"ExecutionArn", "Error", "Cause", …}</c>.</summary>
    private static JsonElement? Nested(JsonElement failure)
    {
        if (
            failure.TextAt("Cause") is not { } cause
            || !cause.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal)
        )
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(cause);
            return json.RootElement.TextAt("ExecutionArn") is not null ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
