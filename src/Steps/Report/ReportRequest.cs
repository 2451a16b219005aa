using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Report;

/// <summary>What a state machine of the migration asks a report of.</summary>
/// <param name="Folder">The migration's folder in S3.</param>
/// <param name="Subject"><c>dryRun</c>, <c>migration</c>, <c>failure</c> or <c>rollback</c>.</param>
/// <param name="Execution">The ARN of the execution that is reported.</param>
/// <param name="State">The state machine's data, where something failed: <c>failure</c> and <c>rollbackFailure</c>.</param>
public sealed record ReportRequest(
    [property: JsonPropertyName("folder")] string? Folder,
    [property: JsonPropertyName("subject")] string? Subject,
    [property: JsonPropertyName("execution")] string? Execution,
    [property: JsonPropertyName("state")] JsonElement State
);

/// <summary>Where the report is, and what it comes to.</summary>
/// <param name="Address">Its address, <c>s3://…/report.md</c>.</param>
/// <param name="Summary">One or two sentences; the cause of a failed execution.</param>
public sealed record ReportWritten(
    [property: JsonPropertyName("address")] string Address,
    [property: JsonPropertyName("summary")] string Summary
);
