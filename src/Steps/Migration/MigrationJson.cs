using System.Text.Json.Serialization;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Report;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Verify;

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
[JsonSerializable(typeof(Verified))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(Deletion))]
internal sealed partial class MigrationJson : JsonSerializerContext;
