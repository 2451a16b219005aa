using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>A backup that is closed: its files are those of the manifest and are never written again.</summary>
internal static class SealedBackup
{
    /// <summary>What every backup's path begins with.</summary>
    public const string Root = "backup/";

    /// <summary>Reads every file below <see cref="Root"/> and says what is in it.</summary>
    public static async Task<IReadOnlyList<ManifestEntry>> ReadBackAsync(MigrationStore store)
    {
        var entries = new List<ManifestEntry>();
        foreach (var path in await store.ListAsync(Root))
        {
            var content =
                await store.ReadBytesAsync(path)
                ?? throw new InvalidDataException($"{store.Folder}{path} was listed, and is gone.");
            entries.Add(new ManifestEntry(path, SnapshotFile.Of(path, content).Sha256, content.LongLength));
        }

        return entries;
    }

    /// <exception cref="MigrationRefused">The backup of this folder is sealed.</exception>
    public static async Task RefuseToOverwriteAsync(MigrationStore store)
    {
        if (await IsSealedAsync(store))
        {
            throw new MigrationRefused(
                $"The backup in {store.Folder} is sealed, and what is live may be migrated by now: it is not overwritten. Start nova-sonic-migrate, which goes on with this backup, or nova-sonic-rollback."
            );
        }
    }

    /// <summary>Whether the migration of this folder has gone beyond its backup.</summary>
    public static async Task<bool> IsSealedAsync(MigrationStore store) =>
        (await store.Migrations.ReadAsync(CurrentMigration.File, CancellationToken.None))?.Value is { } current
        && current.Id == store.Folder.Id
        && current.Phase is not MigrationPhase.Begun;
}
