namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Which of the states within a Parallel or Map state made that one fail: its own event tells nothing.</summary>
/// <param name="State">The state.</param>
/// <param name="Error">By which error it failed.</param>
/// <param name="Cause">And why.</param>
public sealed record InnerFailure(string State, string? Error, string? Cause)
{
    /// <summary>Of the state's last failure; null where the history tells of none.</summary>
    public static InnerFailure? Of(Execution execution, string state)
    {
        var events = execution.History.Events;
        var failed = events.LastOrDefault(happened => happened.State == state && IsOfGroup(happened.Type));
        for (var next = failed; next is { PreviousEventId: > 0 }; )
        {
            var happened = events[(int)next.PreviousEventId - 1];
            if (happened.Details?["error"]?.GetValue<string>() is { } error && !IsAnotherTry(next.Type))
            {
                return new InnerFailure(happened.State ?? "", error, happened.Details["cause"]?.GetValue<string>());
            }

            next = happened;
        }

        return null;
    }

    private static bool IsOfGroup(string type) => type is "ParallelStateFailed" or "MapStateFailed";

    // What failed and was tried again has not decided how the group ends.
    private static bool IsAnotherTry(string type) => type.EndsWith("Scheduled", StringComparison.Ordinal);
}
