using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>The state of one thing of the account, read now: a backup writes it, a proof compares it with the backup.</summary>
/// <param name="Below">The folder, relative to the migration's, that holds these files and no others.</param>
/// <param name="Files">The files.</param>
internal sealed record Snapshot(string Below, IReadOnlyList<SnapshotFile> Files)
{
    /// <summary>Writes the files, and takes away what an earlier run that was cut off has left beside them.</summary>
    /// <exception cref="MigrationRefused">The backup is sealed: by now what is live may be half migrated.</exception>
    public async Task WriteToAsync(MigrationStore store)
    {
        await SealedBackup.RefuseToOverwriteAsync(store);
        foreach (var file in Files)
        {
            await store.WriteBytesAsync(
                file.Path,
                file.Content
                    ?? throw new InvalidOperationException($"{file.Path} was read without its content: read it with.")
            );
        }

        foreach (var left in (await store.ListAsync(Below)).Except(Files.Select(file => file.Path)))
        {
            await store.DeleteAsync(left);
        }
    }
}
