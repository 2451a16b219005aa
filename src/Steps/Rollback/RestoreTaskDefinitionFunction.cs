using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>restore-task-definition</c>: deregisters the migration's revisions, registers anew what somebody has deregistered by
/// hand, and sees to it that the family's name alone means again what it meant before.
/// </summary>
public sealed class RestoreTaskDefinitionFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonECS _ecs;

    public RestoreTaskDefinitionFunction()
        : this(new AmazonS3Client(), new AmazonECSClient()) { }

    internal RestoreTaskDefinitionFunction(IAmazonS3 s3, IAmazonECS ecs)
    {
        _s3 = s3;
        _ecs = ecs;
    }

    /// <exception cref="MigrationRefused">Somebody else has registered a revision meanwhile.</exception>
    [LambdaFunction(
        ResourceName = nameof(RestoreTaskDefinitionFunction),
        Timeout = 50,
        MemorySize = 512,
        Role = "@RestoreTaskDefinitionRole"
    )]
    public async Task<StepDone> RestoreTaskDefinition(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var backup = await store.RequireAsync(MigrationFile.Family);
        var done = new List<string>();
        foreach (var arn in await new OwnRevisions(_ecs, store).FindAsync(backup.Family))
        {
            await _ecs.DeregisterTaskDefinitionAsync(new DeregisterTaskDefinitionRequest { TaskDefinition = arn });
            done.Add($"Deregistered {TaskRevision.Parse(arn)}.");
        }

        var family = await RestoredFamily.ReadAsync(_ecs, store, backup);
        family.RefuseStrangers();
        foreach (var missing in family.Missing())
        {
            done.Add(await family.RegisterAsync(missing));
        }

        if (family.Newest != family.Now(backup.Active[0]))
        {
            done.Add(await family.RegisterAsync(backup.Active[0]));
        }

        await family.NoteAsync();
        done.Add($"{backup.Family} alone means {TaskRevision.Parse(family.Newest)}.");
        var sentence = string.Join(' ', done);
        context.Logger.LogInformation("{done}", sentence);
        return new StepDone(sentence);
    }
}
