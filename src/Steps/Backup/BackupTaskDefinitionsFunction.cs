using System.Globalization;
using Amazon.ECS;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary><c>backup-task-definitions</c>: writes every active revision of the family, with its tags, into the backup.</summary>
public sealed class BackupTaskDefinitionsFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonECS _ecs;

    public BackupTaskDefinitionsFunction()
        : this(new AmazonS3Client(), new AmazonECSClient()) { }

    internal BackupTaskDefinitionsFunction(IAmazonS3 s3, IAmazonECS ecs)
    {
        _s3 = s3;
        _ecs = ecs;
    }

    /// <exception cref="MigrationRefused">The family has no active revision, or the backup is sealed.</exception>
    [LambdaFunction(
        ResourceName = nameof(BackupTaskDefinitionsFunction),
        Timeout = 110,
        MemorySize = 512,
        Role = "@BackupTaskDefinitionsRole"
    )]
    public async Task<StepDone> BackupTaskDefinitions(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var snapshot = await new TaskDefinitionSnapshot(_ecs).ReadAsync(plan, RestoredNames.None);
        var family = plan.TaskDefinitionFamily;
        var revisions = snapshot.Files.Count - 1;
        if (revisions == 0)
        {
            throw new MigrationRefused(
                $"The task definition family {family} has no active revision: there is nothing that a rollback could bring back. Give the family of the Fargate deployment as taskDefinitionFamily."
            );
        }

        await snapshot.WriteToAsync(store);
        var done = string.Create(
            CultureInfo.InvariantCulture,
            $"Backed up {revisions} active revision(s) of {family}."
        );
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }
}
