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

    /// <summary>Checks every file against the manifest: what is restored from here has to be what was sealed.</summary>
    /// <param name="machine">What is started again once it is mended, such as <c>rollback</c>.</param>
    /// <exception cref="MigrationRefused">The backup was never sealed, or is not whole.</exception>
    public static async Task<BackupManifest> RequireWholeAsync(MigrationStore store, string machine)
    {
        var manifest =
            (await store.ReadAsync(MigrationFile.Manifest, CancellationToken.None))?.Value
            ?? throw new MigrationRefused(
                $"The backup in {store.Folder} was never sealed: its migration had changed nothing, and there is nothing to roll back."
            );
        var found = (await ReadBackAsync(store)).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var faults = manifest
            .Files.Where(entry => !found.ContainsKey(entry.Path))
            .Select(entry => $"{entry.Path} is gone")
            .Concat(
                manifest
                    .Files.Where(entry => found.TryGetValue(entry.Path, out var now) && now != entry)
                    .Select(entry => $"{entry.Path} is not what it was")
            )
            .Concat(found.Keys.Except(manifest.Files.Select(entry => entry.Path)).Select(path => $"{path} was added"))
            .ToList();
        return faults.Count == 0
            ? manifest
            : throw new MigrationRefused(
                $"The backup in {store.Folder} is damaged: {string.Join(", ", faults)}. The bucket keeps every version: bring back those of {manifest.SealedAt:u} (aws s3api list-object-versions --bucket {store.Bucket} --prefix {store.Folder.Prefix}{Root}) and start the {machine} again."
            );
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
