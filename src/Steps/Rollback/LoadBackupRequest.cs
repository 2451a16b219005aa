using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Rollback;

/// <summary>What <c>rollback.asl.json</c> passes to its first step.</summary>
/// <param name="Input">The execution's input.</param>
/// <param name="Execution">The execution's ARN.</param>
public sealed record LoadBackupRequest(
    [property: JsonPropertyName("input")] JsonElement Input,
    [property: JsonPropertyName("execution")] string? Execution
);

/// <summary>What <c>load-backup</c> answers: all that the other steps need.</summary>
/// <param name="Folder">The migration's folder.</param>
/// <param name="PollSeconds">How long to wait before AWS is asked again.</param>
/// <param name="DrainSeconds">How long to wait before calls are counted again.</param>
public sealed record LoadedBackup(
    [property: JsonPropertyName("folder")] string Folder,
    [property: JsonPropertyName("pollSeconds")] int PollSeconds,
    [property: JsonPropertyName("drainSeconds")] int DrainSeconds
);
