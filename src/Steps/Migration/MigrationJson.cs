using System.Text.Json.Serialization;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Report;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Shift;
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
[JsonSerializable(typeof(FoundAccount))]
[JsonSerializable(typeof(MigrationReport))]
[JsonSerializable(typeof(FlowFindings))]
[JsonSerializable(typeof(FlowMetadata))]
[JsonSerializable(typeof(AssociatedFunctions))]
[JsonSerializable(typeof(ShiftRecord))]
[JsonSerializable(typeof(RestoredNames))]
[JsonSerializable(typeof(AssociationRecord))]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(FamilyRecord))]
[JsonSerializable(typeof(PinnedRevision))]
[JsonSerializable(typeof(RegisteredTask))]
[JsonSerializable(typeof(Proof))]
[JsonSerializable(typeof(Verified))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(Deletion))]
internal sealed partial class MigrationJson : JsonSerializerContext;
