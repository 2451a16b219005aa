using System.Text.Json;
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

    /// <summary>The folder of what was replaced.</summary>
    public const string Below = $"{Root}function/";

    public async Task KeepAsync(FunctionRecord backup)
    {
        if (await new LiveFunction(lambda, backup.FunctionName).FindAsync() is not { } live)
        {
            return;
        }

        var names = await RestoredNames.ReadAsync(store);
        var differs = live.Configuration.CodeSha256 != backup.CodeSha256;
        var snapshot = await new LambdaSnapshot(lambda).ReadAsync(
            backup.FunctionName,
            names,
            differs ? download : null
        );
        var isNew = false;
        foreach (var file in snapshot.Files)
        {
            var path = $"{Root}{file.Path[SealedBackup.Root.Length..]}";
            if (file.Content is { } content && await IsOthersAsync(file) && await store.ReadBytesAsync(path) is null)
            {
                await store.WriteBytesAsync(path, content);
                names = names.WithKept(
                    path,
                    $"Somebody had changed the {Noun(file.Path)} of {backup.FunctionName}; what the rollback replaced is kept in {store.Folder}{path}."
                );
                isNew = true;
            }
        }

        if (isNew)
        {
            await names.WriteAsync(store);
        }
    }

    /// <summary>Whether a file is neither the backup's nor what the migration itself has made of that.</summary>
    private async Task<bool> IsOthersAsync(SnapshotFile file)
    {
        if (await store.ReadBytesAsync(file.Path) is not { } before)
        {
            return true;
        }

        var found =
            file is { Path: var path, Content: { } content } && path == FunctionFile.Function.Name
                ? SnapshotFile.Of(path, await WithoutPinsAsync(content))
                : file;
        return SnapshotFile.Of(file.Path, before).Sha256 != found.Sha256;
    }

    /// <summary>A function's file without the revision that pin-revision has written into its variables.</summary>
    private async Task<byte[]> WithoutPinsAsync(ReadOnlyMemory<byte> content)
    {
        var record = JsonSerializer.Deserialize(content.Span, FunctionFile.Function.Shape)!;
        var variables = record.Environment.ToDictionary(StringComparer.Ordinal);
        var pinned = (await store.ReadAsync(MigrationFile.Pinned, CancellationToken.None))?.Value;
        foreach (var pin in pinned?.Variables ?? [])
        {
            if (variables.GetValueOrDefault(pin.Name) == pin.To)
            {
                variables[pin.Name] = pin.From;
            }
        }

        return CanonicalJson.Write(record with { Environment = variables }, FunctionFile.Function.Shape);
    }

    private static string Noun(string path) =>
        path == FunctionFile.Code ? "code"
        : path == FunctionFile.Function.Name ? "configuration"
        : path == FunctionFile.Aliases.Name ? "aliases"
        : path == FunctionFile.Versions.Name ? "published versions"
        : path == FunctionFile.Concurrency.Name ? "reserved concurrency"
        : path == FunctionFile.EventSources.Name ? "event sources"
        : "resource policy";
}
