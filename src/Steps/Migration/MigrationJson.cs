using System.Text.Json.Serialization;
using SonicBridge.Steps.Report;

namespace SonicBridge.Steps.Migration;

/// <summary>How the files of a migration's folder are written: camel case, indented for a person, nothing for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(MigrationPlan))]
[JsonSerializable(typeof(CurrentMigration))]
[JsonSerializable(typeof(MigrationReport))]
internal sealed partial class MigrationJson : JsonSerializerContext;
