using Amazon.Lambda;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// Keeps what a rollback is about to replace, once, as <c>found/function/…</c>: somebody may have deployed the function
/// while the migration lasted.
/// </summary>
internal sealed class FoundFunction(IAmazonLambda lambda, MigrationStore store, CodeDownload download)
{
    private const string Root = "found/";

    public async Task KeepAsync(FunctionRecord backup)
    {
        if (await new LiveFunction(lambda, backup.FunctionName).FindAsync() is not { } live)
        {
            return;
        }

        var differs = live.Configuration.CodeSha256 != backup.CodeSha256;
        var snapshot = await new LambdaSnapshot(lambda).ReadAsync(
            backup.FunctionName,
            RestoredNames.None,
            differs ? download : null
        );
        foreach (var file in snapshot.Files)
        {
            var path = $"{Root}{file.Path[SealedBackup.Root.Length..]}";
            if (
                file.Content is { } content
                && await store.ReadBytesAsync(file.Path) is var before
                && (before is null || SnapshotFile.Of(file.Path, before).Sha256 != file.Sha256)
                && await store.ReadBytesAsync(path) is null
            )
            {
                await store.WriteBytesAsync(path, content);
            }
        }
    }
}
