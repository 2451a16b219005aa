using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>Reads one thing of the account as a backup would write it now.</summary>
internal interface ISnapshotReader
{
    /// <summary>Reads it.</summary>
    /// <param name="plan">What is migrated.</param>
    /// <param name="names">What a rollback had to give another number.</param>
    Task<Snapshot> ReadAsync(MigrationPlan plan, RestoredNames names);
}
