using Amazon.S3;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads how far the migration is: after a rollback there is no EC2 side that could be ill.</summary>
internal sealed class MigrationLook(IAmazonS3 s3, string bucket)
{
    /// <summary>The migration that was begun last, or null when there was none.</summary>
    public async Task<CurrentMigration?> ReadAsync() =>
        (
            await new FolderStore(s3, bucket, MigrationFolder.Root).ReadAsync(
                CurrentMigration.File,
                CancellationToken.None
            )
        )?.Value;
}
