using SonicBridge.Contracts;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Shift;

namespace SonicBridge.Steps.Migration;

/// <summary>The JSON files of a migration's folder that more than one step reads.</summary>
internal static class MigrationFile
{
    public static JsonFile<MigrationPlan> Plan { get; } = new("plan.json", MigrationJson.Default.MigrationPlan);
    public static JsonFile<FlowFindings> Flows { get; } = new("flows.json", MigrationJson.Default.FlowFindings);
    public static JsonFile<AssociatedFunctions> Associated { get; } =
        new("associated.json", MigrationJson.Default.AssociatedFunctions);
    public static JsonFile<ShiftRecord> Shift { get; } = new("shift.json", MigrationJson.Default.ShiftRecord);
    public static JsonFile<RestoredNames> Restored { get; } = new("restored.json", MigrationJson.Default.RestoredNames);
    public static JsonFile<BackupManifest> Manifest { get; } =
        new("manifest.json", MigrationJson.Default.BackupManifest);
    public static JsonFile<FamilyRecord> Family { get; } =
        new("backup/task-definitions/family.json", MigrationJson.Default.FamilyRecord);
    public static JsonFile<PinnedRevision> Pinned { get; } = new("pinned.json", MigrationJson.Default.PinnedRevision);
    public static JsonFile<RegisteredTask> Registered { get; } =
        new("registered.json", MigrationJson.Default.RegisteredTask);
    public static JsonFile<Proof> Proof { get; } = new("proof.json", MigrationJson.Default.Proof);
}
