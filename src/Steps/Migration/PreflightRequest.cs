using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Migration;

/// <summary>What a state machine asks first.</summary>
/// <param name="Purpose"><c>migrate</c>, or <c>backup</c> or <c>verify</c> of one that is started alone.</param>
/// <param name="Input">The input that a person gave.</param>
/// <param name="Execution">The ARN of the execution.</param>
public sealed record PreflightRequest(
    [property: JsonPropertyName("purpose")] string? Purpose,
    [property: JsonPropertyName("input")] JsonElement Input,
    [property: JsonPropertyName("execution")] string? Execution
);

/// <summary>What the state machine goes by from here on; the rest is in the folder.</summary>
/// <param name="Folder">The migration's folder.</param>
/// <param name="DryRun">Only report.</param>
/// <param name="Sealed">There is a sealed backup already.</param>
/// <param name="Canary">Prove the new way by a synthetic call.</param>
/// <param name="Percentages">Which share of the calls goes the new way, one after the other.</param>
/// <param name="BakeSeconds">How long each is watched.</param>
/// <param name="PollSeconds">How long to wait before asking again.</param>
public sealed record PreflightAnswer(
    [property: JsonPropertyName("folder")] string Folder,
    [property: JsonPropertyName("dryRun")] bool DryRun,
    [property: JsonPropertyName("sealed")] bool Sealed,
    [property: JsonPropertyName("canary")] bool Canary,
    [property: JsonPropertyName("percentages")] IReadOnlyList<int> Percentages,
    [property: JsonPropertyName("bakeSeconds")] int BakeSeconds,
    [property: JsonPropertyName("pollSeconds")] int PollSeconds
)
{
    /// <summary>All calls go the new way already: there is nothing to do.</summary>
    [JsonPropertyName("migrated")]
    public bool Migrated { get; init; }

    /// <summary>A sentence for a person.</summary>
    [JsonPropertyName("note")]
    public string Note { get; init; } = "";
}
