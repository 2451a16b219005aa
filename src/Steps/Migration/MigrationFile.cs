using SonicBridge.Contracts;

namespace SonicBridge.Steps.Migration;

/// <summary>The JSON files of a migration's folder that more than one step reads.</summary>
internal static class MigrationFile
{
    public static JsonFile<MigrationPlan> Plan { get; } = new("plan.json", MigrationJson.Default.MigrationPlan);
}
