using System.Text.Json;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Report;

/// <summary>Makes a sentence of the error that stopped a state machine, however many executions it came through.</summary>
internal static class FailureStory
{
    private const int Deepest = 8;

    // What our steps and machines fail by says itself what is wrong: the name would add nothing.
    private static readonly string[] s_ownErrors =
    [
        nameof(MigrationRefused),
        "MigrationFailed",
        "BackupFailed",
        "NotVerified",
        "RollbackStopped",
        "RollbackRefused",
    ];

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

        var error = innermost.TextAt("Error");
        return error == TimedOut ? OutOfTime
            : s_ownErrors.Contains(error, StringComparer.Ordinal)
                ? FailureCause.Explain(innermost)[(error!.Length + 2)..]
            : FailureCause.Explain(innermost);
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
