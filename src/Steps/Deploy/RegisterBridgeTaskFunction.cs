using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// <c>register-bridge-task</c>: registers the bridge for EC2 as a new revision of the same family, unless the newest
/// revision is that already.
/// </summary>
public sealed class RegisterBridgeTaskFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonECS _ecs;
    private readonly BridgeTask _bridge;

    public RegisterBridgeTaskFunction()
        : this(new AmazonS3Client(), new AmazonECSClient(), BridgeTask.FromEnvironment()) { }

    internal RegisterBridgeTaskFunction(IAmazonS3 s3, IAmazonECS ecs, BridgeTask bridge)
    {
        _s3 = s3;
        _ecs = ecs;
        _bridge = bridge;
    }

    /// <exception cref="MigrationRefused">ECS does not take the definition.</exception>
    [LambdaFunction(
        ResourceName = nameof(RegisterBridgeTaskFunction),
        Timeout = 50,
        MemorySize = 512,
        Role = "@RegisterBridgeTaskRole"
    )]
    public async Task<StepDone> RegisterBridgeTask(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        // From the registration on, the family's name alone means EC2: the old function has to be pinned by then.
        await store.RequireAsync(MigrationFile.Pinned);
        var draft = _bridge.Define(plan.TaskDefinitionFamily, plan.ImageTag);
        var fingerprint = SnapshotFile
            .Of("", CanonicalJson.Write(draft, TaskDefinitionJson.Wire.TaskDefinitionInput))
            .Sha256;

        var ours = new OwnRevisions(_ecs, store);
        var registered = (await ours.FindAsync(plan.TaskDefinitionFamily)).ToList();
        var (arn, done) = await FindAsync(plan.TaskDefinitionFamily, fingerprint) is { } same
            ? (same, $"{TaskRevision.Parse(same)} is the bridge's definition already.")
            : await RegisterAsync(draft, fingerprint, store.Folder.Id, registered);

        await store.WriteAsync(MigrationFile.Registered, new RegisteredTask(arn, registered), CancellationToken.None);
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }

    /// <summary>The newest revision, if it is this very definition.</summary>
    private async Task<string?> FindAsync(string family, string fingerprint)
    {
        var snapshot = new TaskDefinitionSnapshot(_ecs);
        return
            await snapshot.ListActiveAsync(family) is [var newest, ..]
            && (await snapshot.DescribeAsync(newest)).Tags.GetValueOrDefault(MigrationTag.Definition) == fingerprint
            ? newest
            : null;
    }

    private async Task<(string Arn, string Done)> RegisterAsync(
        TaskDefinitionInput draft,
        string fingerprint,
        string migration,
        List<string> registered
    )
    {
        draft.Tags =
        [
            new Tag { Key = MigrationTag.Migration, Value = migration },
            new Tag { Key = MigrationTag.Definition, Value = fingerprint },
        ];
        try
        {
            var arn = (await _ecs.RegisterTaskDefinitionAsync(draft.ToRequest())).TaskDefinition.TaskDefinitionArn;
            registered.Add(arn);
            return (arn, $"Registered {TaskRevision.Parse(arn)}, which runs {draft.ContainerDefinitions![0].Image}.");
        }
        catch (Exception e) when (e is ClientException or InvalidParameterException)
        {
            throw new MigrationRefused(
                $"ECS does not take the bridge's task definition: {e.Message} Mend what it says in the stack of serverless.template and start the migration again.",
                e
            );
        }
    }
}
