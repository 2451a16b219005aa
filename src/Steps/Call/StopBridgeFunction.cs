using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Contracts;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>stop-bridge</c>: before a lost bridge is replaced, stops its task where that may still run, and tells whether it had
/// carried the conversation. Only where a bridge is stopped is it stopped: by its generation it could not speak any more
/// in any case, but it would cost the room that the next one needs.
/// </summary>
public sealed class StopBridgeFunction
{
    // One that comes so far is no crash loop, whatever ended it.
    private static readonly TimeSpan s_carried = TimeSpan.FromMinutes(1);

    private readonly IAmazonS3 _s3;
    private readonly IAmazonECS _ecs;
    private readonly BridgePlace _place;

    public StopBridgeFunction()
        : this(new AmazonS3Client(), new AmazonECSClient(), BridgePlace.FromEnvironment()) { }

    internal StopBridgeFunction(IAmazonS3 s3, IAmazonECS ecs, BridgePlace place)
    {
        _s3 = s3;
        _ecs = ecs;
        _place = place;
    }

    /// <exception cref="FormatException">The input names no call's folder.</exception>
    [LambdaFunction(
        ResourceName = nameof(StopBridgeFunction),
        Timeout = 10,
        MemorySize = 512,
        Role = "@StopBridgeRole"
    )]
    public async Task<StoppedBridge> StopBridge(StopBridgeRequest request, ILambdaContext context)
    {
        var store = new CallStore(_s3, CallFolder.Parse(request.Folder ?? ""));
        // What has stopped need not be stopped.
        if (request.Error is not BridgeErrors.Stopped)
        {
            await StopTasksAsync(store.Folder.ContactId, context);
        }

        var launch = await store.ReadAsync(CallFile.Launch, CancellationToken.None);
        var checkpoint = await store.ReadAsync(CallFile.Checkpoint, CancellationToken.None);
        var carried =
            checkpoint is not null
            && checkpoint.Value.Generation == launch?.Value.Generation
            && checkpoint.Value.Held >= s_carried;
        context.Logger.LogWarning(
            "Call {contactId}: bridge {generation} is lost ({error}); it had carried the conversation: {carried}.",
            store.Folder.ContactId.ToString(),
            launch?.Value.Generation ?? 0,
            request.Error ?? "unknown",
            carried
        );
        return new StoppedBridge(carried);
    }

    private async Task StopTasksAsync(ContactId contactId, ILambdaContext context)
    {
        try
        {
            // ListTasks takes no other filter beside startedBy, and lists what is to run.
            var running = await _ecs.ListTasksAsync(
                new ListTasksRequest { Cluster = _place.Cluster, StartedBy = contactId.ToString() }
            );
            foreach (var task in running.TaskArns ?? [])
            {
                await _ecs.StopTaskAsync(
                    new StopTaskRequest
                    {
                        Cluster = _place.Cluster,
                        Task = task,
                        Reason = "The call's execution no longer hears this bridge.",
                    }
                );
            }
        }
        catch (AmazonECSException e)
        {
            context.Logger.LogWarning(e, "Call {contactId}: the old bridge is not stopped.", contactId.ToString());
        }
    }
}
