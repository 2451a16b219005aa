using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Migration;

/// <summary>What a step of the migration answers, for the execution's history and the report.</summary>
/// <param name="Done">A sentence for a person: what was done, or why there was nothing to do.</param>
public sealed record StepDone([property: JsonPropertyName("done")] string Done);
