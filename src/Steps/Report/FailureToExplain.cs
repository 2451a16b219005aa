using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Report;

/// <summary>What a state machine caught.</summary>
/// <param name="Failure">Step Functions' <c>{"Error", "Cause"}</c>.</param>
public sealed record FailureToExplain([property: JsonPropertyName("failure")] JsonElement Failure);

/// <summary>The same for people, by the name that a failed execution knows it by.</summary>
/// <param name="Cause">A sentence or two.</param>
public sealed record FailureExplained([property: JsonPropertyName("Cause")] string Cause);
