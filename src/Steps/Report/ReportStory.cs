using System.Text.Json;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Report;

/// <summary>What a report comes to, and what its reader should do.</summary>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Next">What to do next, step by step.</param>
internal sealed record ReportStory(string Summary, IReadOnlyList<string> Next)
{
    private const string RollBackWithNothing =
        "To go back to Fargate at any time, start the state machine nova-sonic-rollback with {}: it waits for calls that are under way.";

    /// <summary>How far the migration is once this is told; null where it stays as far as it was.</summary>
    public MigrationPhase? Reached { get; private init; }

    /// <param name="state">The state machine's data, where something failed.</param>
    /// <param name="found">What the preflight found; null where there was none.</param>
    /// <param name="restored">What a rollback has noted so far.</param>
    public static ReportStory Of(
        ReportSubject subject,
        JsonElement state,
        FoundAccount? found = null,
        RestoredNames? restored = null
    )
    {
        var rollback = RollbackStory.Of(restored ?? RestoredNames.None);
        return subject switch
        {
            ReportSubject.DryRun when found is { Problems: { Count: > 0 } problems } => new(
                $"Nothing was changed. A migration with this input would be refused: {string.Join(' ', problems)}",
                ["Mend what the summary says.", "Start nova-sonic-migrate with dryRun once more."]
            ),
            ReportSubject.DryRun => new(
                "Nothing was changed. Below stands what a migration with this input would do.",
                [
                    "Read 'found': flows that cannot be judged are not changed.",
                    "Start nova-sonic-migrate without dryRun.",
                ]
            ),
            ReportSubject.Migration => new(
                "All calls of the contact flows listed under 'shift' are carried by ECS on EC2. The Fargate side is still there, unused.",
                [
                    "Watch the alarms named nova-sonic- for a day.",
                    RollBackWithNothing,
                    "Once you are sure, delete the Fargate cluster by hand: from then on a rollback would bring back what nothing runs on.",
                ]
            )
            {
                Reached = MigrationPhase.Migrated,
            },
            ReportSubject.Failure when state.At("rollbackFailure").ValueKind is JsonValueKind.Object => new(
                $"The migration failed: {FailureStory.Tell(state.At("failure"))} The rollback stopped, too: {FailureStory.Tell(state.At("rollbackFailure"))}{rollback.Kept}",
                ["Mend what the rollback stopped at.", RollBackWithNothing, .. rollback.Next]
            ),
            ReportSubject.Failure => new(
                $"The migration failed: {FailureStory.Tell(state.At("failure"))} {rollback.Brought("Everything is as it was before, byte for byte.")}{rollback.Kept}",
                ["Mend the cause.", .. rollback.Next, "Start nova-sonic-migrate again."]
            ),
            ReportSubject.Rollback when state.At("failure").ValueKind is JsonValueKind.Object => new(
                $"The rollback stopped: {FailureStory.Tell(state.At("failure"))}{rollback.Kept}",
                [
                    "Mend the cause.",
                    "Start nova-sonic-rollback again with {}: it goes on where it was.",
                    .. rollback.Next,
                ]
            ),
            ReportSubject.Rollback => new(
                $"{rollback.Brought("What was there before the migration is there again, byte for byte: see 'proof'.")}{rollback.Kept}",
                [
                    .. rollback.Next,
                    "Make a call to each contact flow under 'found'.",
                    "Start nova-sonic-migrate again when you are ready.",
                ]
            )
            {
                Reached = MigrationPhase.RolledBack,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
        };
    }
}
