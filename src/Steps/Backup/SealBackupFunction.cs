using System.Globalization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// <c>seal-backup</c>: reads every file of the backup back, writes the manifest, and so closes it. Only from then on may
/// anything be changed.
/// </summary>
public sealed class SealBackupFunction
{
    private readonly IAmazonS3 _s3;
    private readonly TimeProvider _time;

    public SealBackupFunction()
        : this(new AmazonS3Client(), TimeProvider.System) { }

    internal SealBackupFunction(IAmazonS3 s3, TimeProvider time)
    {
        _s3 = s3;
        _time = time;
    }

    /// <exception cref="MigrationRefused">A part of the backup is missing.</exception>
    [LambdaFunction(
        ResourceName = nameof(SealBackupFunction),
        Timeout = 290,
        MemorySize = 1024,
        Role = "@SealBackupRole"
    )]
    public async Task<StepDone> SealBackup(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        if (await SealedBackup.IsSealedAsync(store))
        {
            return new StepDone($"The backup in {store.Folder} was sealed before.");
        }

        var files = await SealedBackup.ReadBackAsync(store);
        await RefuseHalfAsync(store, files);
        await store.WriteAsync(
            MigrationFile.Manifest,
            new BackupManifest(_time.GetUtcNow(), files),
            CancellationToken.None
        );
        await SetPhaseAsync(store);
        var done = string.Create(
            CultureInfo.InvariantCulture,
            $"Sealed {files.Count} files of {files.Sum(file => file.Bytes)} bytes in {store.Folder}."
        );
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }

    /// <summary>What a rollback cannot do without has to be there.</summary>
    private static async Task RefuseHalfAsync(MigrationStore store, IReadOnlyList<ManifestEntry> files)
    {
        var family = (await store.ReadAsync(MigrationFile.Family, CancellationToken.None))?.Value;
        var missing = (family?.Active ?? [])
            .Select(arn => FamilyRecord.FileOf(TaskRevision.Parse(arn)))
            .Append(MigrationFile.Family.Name)
            .Concat(LambdaSnapshot.Indispensable)
            .Except(files.Select(file => file.Path))
            .ToList();
        if (missing.Count > 0)
        {
            throw new MigrationRefused(
                $"The backup in {store.Folder} lacks {string.Join(", ", missing)}: nothing was changed. Start the migration again, so that the backup is made anew."
            );
        }
    }

    /// <summary>A backup that was made by itself, without a migration, has no phase.</summary>
    private static async Task SetPhaseAsync(MigrationStore store)
    {
        var current = await store.Migrations.ReadAsync(CurrentMigration.File, CancellationToken.None);
        if (current?.Value.Id != store.Folder.Id)
        {
            return;
        }

        var etag = await store.Migrations.TryWriteAsync(
            CurrentMigration.File,
            current.Value with
            {
                Phase = MigrationPhase.Sealed,
            },
            current.ETag,
            CancellationToken.None
        );
        if (etag is null)
        {
            throw new InvalidOperationException(
                "Somebody else has written current.json just now: the step runs again."
            );
        }
    }
}
