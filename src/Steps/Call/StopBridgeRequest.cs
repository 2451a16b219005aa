using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Call;

/// <summary>What the state StopOldBridge asks for.</summary>
/// <param name="Folder">The call's folder in S3.</param>
/// <param name="Error">The error by which the execution lost its bridge.</param>
public sealed record StopBridgeRequest(
    [property: JsonPropertyName("folder")] string? Folder,
    [property: JsonPropertyName("error")] string? Error
);

/// <summary>What the execution decides by.</summary>
/// <param name="Carried">Whether the bridge that was lost had carried the conversation for a while.</param>
public sealed record StoppedBridge([property: JsonPropertyName("carried")] bool Carried);
