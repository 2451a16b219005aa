using System.Text.Json.Serialization;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>What stands in outcome.json, for the execution to show.</summary>
/// <param name="Detail">Never absent: call.asl.json takes a failed execution's cause from it.</param>
public sealed record RecordedOutcome(
    [property: JsonPropertyName("ending")] CallEnding Ending,
    [property: JsonPropertyName("next")] FlowStep Next,
    [property: JsonPropertyName("detail")] string Detail
);
