using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;

namespace SonicBridge.Local.View.Graph;

/// <summary>Why an execution failed, in words for people.</summary>
internal sealed record Failure(string Error, string Cause)
{
    /// <summary>What an execution's last event tells; null when it tells of none.</summary>
    public static Failure? Of(HistoryEvent happened) =>
        happened.Type != "ExecutionStarted" && happened.Details?["error"]?.GetValue<string>() is { } error
            ? new Failure(error, Plain(happened.Details["cause"]?.GetValue<string>() ?? ""))
            : null;

    public override string ToString() => Cause.Length == 0 ? Error : $"{Error}: {Cause}";

    // A function's cause is JSON with a message in it, a nested execution's is its description with a cause of its own.
    private static string Plain(string cause)
    {
        JsonObject? described;
        try
        {
            described = JsonText.Parse(cause) as JsonObject;
        }
        catch (JsonException)
        {
            return cause;
        }

        return Text(described, "errorMessage") is { } message ? message
            : Text(described, "Cause") is { } nested ? Plain(nested)
            : cause;
    }

    private static string? Text(JsonObject? from, string name) =>
        from?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
