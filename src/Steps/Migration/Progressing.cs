using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Migration;

/// <summary>What a step answers that is run again until its work, which goes on elsewhere, has ended.</summary>
/// <param name="Finished">Whether it has; the state machine waits and asks again until then.</param>
/// <param name="Note">How far it is, in a sentence.</param>
public sealed record Progressing(
    [property: JsonPropertyName("finished")] bool Finished,
    [property: JsonPropertyName("note")] string Note
);
