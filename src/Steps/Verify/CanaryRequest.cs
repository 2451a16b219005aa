using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Verify;

/// <summary>What the steps after the start of a synthetic call are asked with.</summary>
/// <param name="Folder">The migration's folder in S3.</param>
/// <param name="ContactId">The call, as start-canary named it.</param>
public sealed record CanaryRequest(
    [property: JsonPropertyName("folder")] string? Folder,
    [property: JsonPropertyName("contactId")] string? ContactId
);

/// <summary>What start-canary answers.</summary>
/// <param name="ContactId">The synthetic call.</param>
public sealed record CanaryStarted([property: JsonPropertyName("contactId")] string ContactId);
