using Amazon.Lambda.Model;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>One alias of a function. Its revision id is left out: every update changes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that it stands for.</param>
/// <param name="Description">What somebody wrote about it.</param>
/// <param name="Weights">Other versions and the share of calls that goes to each.</param>
internal sealed record AliasRecord(
    string Name,
    string Version,
    string? Description,
    IReadOnlyDictionary<string, double> Weights
)
{
    /// <summary>All versions that it may run.</summary>
    public IEnumerable<string> Versions() => Weights.Keys.Prepend(Version);

    public static AliasRecord Of(AliasConfiguration live, RestoredNames names) =>
        new(
            live.Name,
            RestoredNames.Before(names.Versions, live.FunctionVersion),
            live.Description is { Length: > 0 } description ? description : null,
            (live.RoutingConfig?.AdditionalVersionWeights ?? []).ToDictionary(
                weight => RestoredNames.Before(names.Versions, weight.Key),
                weight => weight.Value,
                StringComparer.Ordinal
            )
        );
}

/// <summary>One published version of a function. What is published never changes.</summary>
/// <param name="Version">Its number.</param>
/// <param name="CodeSha256">The SHA-256 of its code, in base64 as Lambda says it.</param>
/// <param name="Description">What somebody wrote about it.</param>
internal sealed record VersionRecord(string Version, string CodeSha256, string? Description);

/// <summary>How many calls at once are kept for a function.</summary>
/// <param name="Reserved">Their number, or null where none are.</param>
internal sealed record ConcurrencyRecord(int? Reserved);

/// <summary>What invokes a function from a stream or queue. Left out is how far it is.</summary>
internal sealed record EventSourceRecord(
    string Uuid,
    string? EventSourceArn,
    string? FunctionArn,
    int? BatchSize,
    int? MaximumBatchingWindowInSeconds,
    int? MaximumRetryAttempts,
    int? ParallelizationFactor,
    string? StartingPosition
)
{
    public static EventSourceRecord Of(EventSourceMappingConfiguration live) =>
        new(
            live.UUID,
            live.EventSourceArn,
            live.FunctionArn,
            live.BatchSize,
            live.MaximumBatchingWindowInSeconds,
            live.MaximumRetryAttempts,
            live.ParallelizationFactor,
            live.StartingPosition?.Value
        );
}
