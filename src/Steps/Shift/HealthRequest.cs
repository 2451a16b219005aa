using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Shift;

/// <summary>What check-health is asked with.</summary>
/// <param name="Folder">The migration's folder in S3.</param>
/// <param name="Since">From when on calls are looked at.</param>
public sealed record HealthRequest(
    [property: JsonPropertyName("folder")] string? Folder,
    [property: JsonPropertyName("since")] DateTimeOffset? Since
);
