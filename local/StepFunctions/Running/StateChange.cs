using SonicBridge.Local.StepFunctions.History;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>What a watcher sees of an execution.</summary>
/// <param name="Execution">Whose.</param>
/// <param name="State">The state's name; null when it is about the execution itself.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Time">When.</param>
/// <param name="Error">By which error, where something failed.</param>
/// <param name="Cause">And why.</param>
public sealed record StateChange(
    Execution Execution,
    string? State,
    StateChangeKind Kind,
    DateTimeOffset Time,
    string? Error,
    string? Cause
)
{
    /// <summary>Tells of an event, if it is one that a watcher cares for.</summary>
    internal static void Of(Execution execution, HistoryEvent happened, Action<StateChange> tell)
    {
        if (KindOf(happened.Type) is { } kind)
        {
            var error = happened.Details?["error"]?.GetValue<string>();
            var cause = happened.Details?["cause"]?.GetValue<string>();
            tell(new StateChange(execution, happened.State, kind, happened.Time, error, cause));
        }
    }

    private static StateChangeKind? KindOf(string type) =>
        type switch
        {
            "ExecutionStarted" => StateChangeKind.Entered,
            "ExecutionSucceeded" => StateChangeKind.Exited,
            // Of a Map state's part; the state itself tells.
            _ when type.StartsWith("MapIteration", StringComparison.Ordinal) => null,
            _ when type.EndsWith("StateEntered", StringComparison.Ordinal) => StateChangeKind.Entered,
            _ when type.EndsWith("StateExited", StringComparison.Ordinal) => StateChangeKind.Exited,
            _ when type.EndsWith("Failed", StringComparison.Ordinal) => StateChangeKind.Failed,
            _ when type.EndsWith("TimedOut", StringComparison.Ordinal) => StateChangeKind.Failed,
            _ when type.EndsWith("Aborted", StringComparison.Ordinal) => StateChangeKind.Stopped,
            _ => null,
        };
}

public enum StateChangeKind
{
    Entered,
    Exited,

    /// <summary>A state may fail several times before it is left, when it is retried, or not be left at all.</summary>
    Failed,

    /// <summary>It was at work when something else ended that.</summary>
    Stopped,
}
