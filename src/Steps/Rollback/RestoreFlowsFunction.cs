using Amazon.Connect;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>restore-flows</c>: publishes each backed-up flow and module as it was, first of all, so that callers are safe. One
/// that cannot be restored does not keep the others from being.
/// </summary>
public sealed class RestoreFlowsFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonConnect _connect;

    public RestoreFlowsFunction()
        : this(new AmazonS3Client(), new AmazonConnectClient()) { }

    internal RestoreFlowsFunction(IAmazonS3 s3, IAmazonConnect connect)
    {
        _s3 = s3;
        _connect = connect;
    }

    /// <exception cref="MigrationRefused">A flow cannot be restored without a person.</exception>
    [LambdaFunction(
        ResourceName = nameof(RestoreFlowsFunction),
        Timeout = 590,
        MemorySize = 512,
        Role = "@RestoreFlowsRole"
    )]
    public async Task<StepDone> RestoreFlows(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var restored = await RestoredFlows.ReadAsync(store, new ConnectFlows(_connect, plan.ConnectInstanceId));
        var failures = new List<Exception>();
        var backup = await FlowBackup.ReadAllAsync(store);
        foreach (var flow in backup)
        {
            try
            {
                await restored.RestoreAsync(flow);
            }
            catch (Exception e)
            {
                context.Logger.LogError(e, "{flow} is not restored.", flow.Metadata.Name);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            // The state tries again what is no refusal.
            throw failures.Find(failure => failure is not MigrationRefused)
                ?? new MigrationRefused(string.Join(" ", failures.Select(failure => failure.Message)), failures[0]);
        }

        await restored.NoteNewIdsAsync(backup);
        var done = restored.Tell();
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }
}
