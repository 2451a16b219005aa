using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>load-backup</c>: finds the migration to roll back, checks every file of its backup against the manifest, and takes
/// it in hand. Nothing is changed before all of it is whole.
/// </summary>
public sealed class LoadBackupFunction
{
    // Callers talk for minutes: there is no use in counting calls as often as AWS is asked.
    private const int DrainFactor = 4;

    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly string? _bucket;

    public LoadBackupFunction()
        : this(new AmazonS3Client(), new AmazonStepFunctionsClient(), Setting.Optional("BACKUP_BUCKET")) { }

    internal LoadBackupFunction(IAmazonS3 s3, IAmazonStepFunctions stepFunctions, string? bucket)
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
        _bucket = bucket;
    }

    /// <exception cref="MigrationRefused">There is nothing to roll back, it is damaged, or another execution is at it.</exception>
    [LambdaFunction(
        ResourceName = nameof(LoadBackupFunction),
        Timeout = 290,
        MemorySize = 1024,
        Role = "@LoadBackupRole"
    )]
    public async Task<LoadedBackup> LoadBackup(LoadBackupRequest request, ILambdaContext context)
    {
        var bucket = Setting.Required(_bucket, "BACKUP_BUCKET");
        var execution =
            request.Execution
            ?? throw new MigrationRefused("The request has to hold 'execution', as rollback.asl.json passes it.");
        var input = RollbackInput.Read(request.Input, bucket);
        var migrations = new FolderStore(_s3, bucket, MigrationFolder.Root);
        if (input.Migration is { } named)
        {
            await KnownMigrations.RequireAsync(_s3, bucket, named);
        }

        var current = await migrations.ReadAsync(CurrentMigration.File, CancellationToken.None);
        var folder = new MigrationFolder(bucket, Choose(input, current?.Value, bucket));
        if (current is not null)
        {
            await RefuseWhileRunningAsync(current.Value, input, execution);
        }

        var manifest = await SealedBackup.RequireWholeAsync(new MigrationStore(_s3, folder), "rollback");
        await TakeInHandAsync(migrations, current, folder.Id, execution);
        context.Logger.LogInformation(
            "The backup in {folder}, sealed at {sealedAt}, is whole: {files} files.",
            folder.ToString(),
            manifest.SealedAt,
            manifest.Files.Count
        );
        return new LoadedBackup(folder.ToString(), input.PollSeconds, DrainFactor * input.PollSeconds);
    }

    private static string Choose(RollbackInput input, CurrentMigration? current, string bucket)
    {
        if (input.Migration is { } named)
        {
            return
                current is null
                || current.Id == named
                || current.Phase is MigrationPhase.RolledBack or MigrationPhase.Begun
                ? named
                : throw new MigrationRefused(
                    $"Migration {current.Id} came after {named} and is not rolled back: roll it back first, with the input {{}}."
                );
        }

        return current switch
        {
            null => throw new MigrationRefused(
                $"Nothing was migrated from here: s3://{bucket}/{MigrationFolder.Root}{CurrentMigration.File.Name} is not there. If there is a backup, name it: {{\"migration\": \"<its folder below {MigrationFolder.Root}>\"}}."
            ),
            { Phase: MigrationPhase.RolledBack } => throw new MigrationRefused(
                $"Migration {current.Id} was rolled back already; its folder holds the report. To restore and prove it once more, name it: {{\"migration\": \"{current.Id}\"}}."
            ),
            _ => current.Id,
        };
    }

    /// <summary>A migration that goes on would change what the rollback restores.</summary>
    private async Task RefuseWhileRunningAsync(CurrentMigration current, RollbackInput input, string execution)
    {
        if (current.Execution == execution || current.Execution == input.StartedBy)
        {
            return;
        }

        try
        {
            var found = await _stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = current.Execution }
            );
            if (found.Status == ExecutionStatus.RUNNING)
            {
                throw new MigrationRefused(
                    $"{current.Execution} still works on migration {current.Id}: wait for its end, or stop it (aws stepfunctions stop-execution --execution-arn {current.Execution}), and start the rollback again."
                );
            }
        }
        catch (ExecutionDoesNotExistException)
        {
            // Step Functions forgets an execution 90 days after its end.
        }
    }

    private static async Task TakeInHandAsync(
        FolderStore migrations,
        Versioned<CurrentMigration>? current,
        string id,
        string execution
    )
    {
        // Sealed, even if it was migrated: should this rollback stop half-way, a migration has to go on with this backup.
        var etag = await migrations.TryWriteAsync(
            CurrentMigration.File,
            new CurrentMigration(id, execution, MigrationPhase.Sealed),
            current?.ETag,
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
