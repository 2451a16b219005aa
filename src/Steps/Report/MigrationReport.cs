using System.Text.Json;

namespace SonicBridge.Steps.Report;

/// <summary><c>report.json</c>: what an execution of the migration did, how long it took, and what to do next.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="Subject">What is reported.</param>
/// <param name="Execution">The execution's ARN.</param>
/// <param name="Summary">What it comes to, in a sentence or two.</param>
/// <param name="Next">What an engineer does next, step by step.</param>
/// <param name="Steps">The states that the execution went through.</param>
/// <param name="Facts">The migration's own files that say more, by their names without <c>.json</c>.</param>
internal sealed record MigrationReport(
    string Migration,
    ReportSubject Subject,
    string Execution,
    string Summary,
    IReadOnlyList<string> Next,
    IReadOnlyList<ReportedStep> Steps,
    IReadOnlyDictionary<string, JsonElement> Facts
);

/// <summary>What a report is about.</summary>
internal enum ReportSubject
{
    /// <summary>What a migration would do.</summary>
    DryRun,

    /// <summary>A migration that went through.</summary>
    Migration,

    /// <summary>A migration that failed and was rolled back, or should have been.</summary>
    Failure,

    /// <summary>A rollback, whether it went through or stopped.</summary>
    Rollback,
}
