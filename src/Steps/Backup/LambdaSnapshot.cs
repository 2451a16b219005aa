using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>Reads a function, with all that belongs to it, into the files of a backup.</summary>
internal sealed class LambdaSnapshot(IAmazonLambda lambda) : ISnapshotReader
{
    /// <summary>The folder of these files.</summary>
    public const string Below = $"{SealedBackup.Root}function/";

    /// <summary>What every backup of a function holds.</summary>
    public static IReadOnlyList<string> Indispensable { get; } =
    [
        FunctionFile.Code,
        FunctionFile.Function.Name,
        FunctionFile.Aliases.Name,
        FunctionFile.Versions.Name,
        FunctionFile.Concurrency.Name,
        FunctionFile.EventSources.Name,
    ];

    /// <summary>Reads the function without its code, whose SHA-256 Lambda tells.</summary>
    public Task<Snapshot> ReadAsync(MigrationPlan plan, RestoredNames names) =>
        ReadAsync(plan.FunctionName, names, null);

    /// <summary>Reads the function as it is now.</summary>
    /// <param name="name">The function.</param>
    /// <param name="names">What a rollback had to give another number.</param>
    /// <param name="download">How to get the code; null where its SHA-256, which Lambda tells, is enough.</param>
    /// <exception cref="MigrationRefused">It is not there, or not of a kind that can be restored.</exception>
    public async Task<Snapshot> ReadAsync(string name, RestoredNames names, CodeDownload? download)
    {
        var function = new LiveFunction(lambda, name);
        var live = await function.RequireAsync();
        RefuseUnrestorable(live);
        FunctionCondition.RefuseUnreadable(live.Configuration);
        var aliases = await function.ListAliasesAsync();
        var versions = await function.ListVersionsAsync();
        var sources = await function.ListEventSourcesAsync();
        var files = new List<SnapshotFile>
        {
            await ReadCodeAsync(live, download),
            FileOf(
                FunctionFile.Function,
                new MovedRevisions(names).Before(FunctionRecord.Of(live.Configuration, live.Tags))
            ),
            FileOf(FunctionFile.Aliases, [.. aliases.Select(alias => AliasRecord.Of(alias, names))]),
            FileOf(FunctionFile.Versions, [.. versions.Select(version => RecordOf(version, names))]),
            FileOf(FunctionFile.Concurrency, new ConcurrencyRecord(await function.FindReservedConcurrencyAsync())),
            FileOf(FunctionFile.EventSources, [.. sources.Select(EventSourceRecord.Of)]),
        };
        foreach (
            var qualifier in aliases
                .Select(alias => alias.Name)
                .Concat(versions.Select(version => version.Version))
                .Prepend(null)
        )
        {
            if (await function.FindPolicyAsync(qualifier) is { } policy)
            {
                var before = qualifier is null ? null : RestoredNames.Before(names.Versions, qualifier);
                files.Add(SnapshotFile.Of(FunctionPolicy.FileOf(before), FunctionPolicy.Write(policy)));
            }
        }

        return new Snapshot(Below, files);
    }

    private static async Task<SnapshotFile> ReadCodeAsync(GetFunctionResponse live, CodeDownload? download)
    {
        var sha256 = live.Configuration.CodeSha256;
        return new SnapshotFile(
            FunctionFile.Code,
            Convert.ToHexStringLower(Convert.FromBase64String(sha256)),
            download is null ? null : await download.FetchAsync(live.Code.Location, sha256)
        );
    }

    /// <summary>Why a function cannot be brought back once it is changed, in a sentence; null when it can.</summary>
    public static string? Unrestorable(GetFunctionResponse live) =>
        live.Configuration.PackageType == PackageType.Image
            ? $"{live.Configuration.FunctionName} is packaged as the image {live.Code?.ImageUri}: only a function of a zip can be backed up, since nothing keeps the image's tag where it is. Give the flows a function of a zip, or move them by hand."
            : null;

    private static void RefuseUnrestorable(GetFunctionResponse live)
    {
        if (Unrestorable(live) is { } unrestorable)
        {
            throw new MigrationRefused(unrestorable);
        }

        if (live.TagsError is { } error)
        {
            throw new MigrationRefused(
                $"The tags of {live.Configuration.FunctionName} cannot be read ({error.ErrorCode}: {error.Message}): allow this step's role lambda:ListTags, and start again."
            );
        }
    }

    private static VersionRecord RecordOf(FunctionConfiguration version, RestoredNames names) =>
        new(
            RestoredNames.Before(names.Versions, version.Version),
            version.CodeSha256,
            version.Description is { Length: > 0 } description ? description : null
        );

    private static SnapshotFile FileOf<T>(JsonFile<T> file, T value) =>
        SnapshotFile.Of(file.Name, CanonicalJson.Write(value, file.Shape));
}
