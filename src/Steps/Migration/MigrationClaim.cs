using Amazon.S3;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Migration;

/// <summary>Which migration an execution has in hand: one at a time, and one that was begun is gone on with.</summary>
internal sealed class MigrationClaim(IAmazonS3 s3, IAmazonStepFunctions stepFunctions, string bucket)
{
    private readonly FolderStore _migrations = new(s3, bucket, MigrationFolder.Root);

    /// <summary>Claims the migration that is under way or, where there is none, begins one. One that is migrated stays as it is.</summary>
    /// <param name="execution">The ARN of the execution that claims it.</param>
    /// <exception cref="MigrationRefused">Another execution has it in hand.</exception>
    public async Task<CurrentMigration> TakeAsync(string execution)
    {
        var found = await FindAsync(execution);
        var claimed = Choose(found?.Value, execution);
        return
            claimed.Phase is MigrationPhase.Migrated
            || await _migrations.TryWriteAsync(CurrentMigration.File, claimed, found?.ETag, CancellationToken.None)
                is not null
            ? claimed
            : throw new MigrationRefused("Another execution has just begun a migration. Wait for its end.");
    }

    /// <summary>What <see cref="TakeAsync"/> would claim.</summary>
    /// <exception cref="MigrationRefused">Another execution has it in hand.</exception>
    public async Task<CurrentMigration> PredictAsync(string execution) =>
        Choose((await FindAsync(execution))?.Value, execution);

    /// <summary>Notes how far a migration is, if it is the one in hand.</summary>
    public static async Task AdvanceAsync(IAmazonS3 s3, MigrationFolder folder, MigrationPhase phase)
    {
        var migrations = new FolderStore(s3, folder.Bucket, MigrationFolder.Root);
        var found = await migrations.ReadAsync(CurrentMigration.File, CancellationToken.None);
        if (found is { Value: var current } && current.Id == folder.Id && current.Phase != phase)
        {
            var advanced = current with { Phase = phase };
            if (
                await migrations.TryWriteAsync(CurrentMigration.File, advanced, found.ETag, CancellationToken.None)
                is null
            )
            {
                throw new NotReadyYet(
                    "Another step has just noted how far the migration is; it is noted at the next try."
                );
            }
        }
    }

    /// <summary>The last part of an execution's ARN.</summary>
    public static string NameOf(string execution) => execution[(execution.LastIndexOf(':') + 1)..];

    private async Task<Versioned<CurrentMigration>?> FindAsync(string execution)
    {
        var found = await _migrations.ReadAsync(CurrentMigration.File, CancellationToken.None);
        return found?.Value is { } current && current.Execution != execution && await IsRunningAsync(current.Execution)
            ? throw new MigrationRefused(
                $"The execution {current.Execution} is at work on migration {current.Id}. Wait for its end, or stop it, and start again."
            )
            : found;
    }

    /// <summary>Before the backup was sealed nothing was changed: what an execution that ended there left is not gone on with.</summary>
    private static CurrentMigration Choose(CurrentMigration? found, string execution) =>
        found is { Phase: MigrationPhase.Migrated } ? found
        : found is { Phase: MigrationPhase.Sealed } ? found with { Execution = execution }
        : found?.Execution == execution ? found
        : new CurrentMigration(NameOf(execution), execution, MigrationPhase.Begun);

    private async Task<bool> IsRunningAsync(string execution)
    {
        try
        {
            var described = await stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = execution }
            );
            return described.Status == ExecutionStatus.RUNNING;
        }
        catch (ExecutionDoesNotExistException)
        {
            // History is kept for 90 days.
            return false;
        }
    }
}
