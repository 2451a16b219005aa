using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Call;

/// <summary>What the state LaunchBridge asks for.</summary>
/// <param name="Folder">The call's folder in S3.</param>
/// <param name="TaskToken">By which the bridge will report.</param>
public sealed record LaunchRequest(
    [property: JsonPropertyName("folder")] string? Folder,
    [property: JsonPropertyName("taskToken")] string? TaskToken
);

/// <summary>What the execution's history shows of the bridge that was run.</summary>
public sealed record LaunchedBridge(
    [property: JsonPropertyName("taskArn")] string TaskArn,
    [property: JsonPropertyName("generation")] int Generation
);
