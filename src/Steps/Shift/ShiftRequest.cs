using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Shift;

/// <summary>What the state ShiftFlows asks for.</summary>
/// <param name="Folder">The migration's folder in S3.</param>
/// <param name="Percentage">The share of the callers that goes the new way.</param>
public sealed record ShiftRequest(
    [property: JsonPropertyName("folder")] string? Folder,
    [property: JsonPropertyName("percentage")] int? Percentage
);

/// <summary>What it answers.</summary>
/// <param name="At">Since when calls may go the new way.</param>
/// <param name="Done">A sentence for a person.</param>
public sealed record ShiftDone(
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("done")] string Done
);
