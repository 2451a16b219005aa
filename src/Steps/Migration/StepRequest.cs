using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Migration;

/// <summary>What most steps of the migration are asked with; the rest they read in the folder.</summary>
/// <param name="Folder">The migration's folder in S3.</param>
public sealed record StepRequest([property: JsonPropertyName("folder")] string? Folder);
