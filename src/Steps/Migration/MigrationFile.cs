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
}
