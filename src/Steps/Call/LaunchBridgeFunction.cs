using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>launch-bridge</c>: puts the task token into the call's folder and runs the ECS task that carries the call. ECS
/// answers 200 even when it placed nothing, and a state that waits for a token would then wait in vain: hence the look
/// at the failures, and an error at once.
/// </summary>
public sealed class LaunchBridgeFunction
{
    private const string Container = "bridge";
    private const int Tries = 3;

    private readonly IAmazonS3 _s3;
    private readonly IAmazonECS _ecs;
    private readonly BridgePlace _place;

    public LaunchBridgeFunction()
        : this(new AmazonS3Client(), new AmazonECSClient(), BridgePlace.FromEnvironment()) { }

    internal LaunchBridgeFunction(IAmazonS3 s3, IAmazonECS ecs, BridgePlace place)
    {
        _s3 = s3;
        _ecs = ecs;
        _place = place;
    }

    /// <exception cref="CallerHungUp">The call is over.</exception>
    /// <exception cref="BridgeHasNoRoom">There is no room at the moment.</exception>
    /// <exception cref="BridgeNotLaunched">Trying again would not help.</exception>
    [LambdaFunction(
        ResourceName = nameof(LaunchBridgeFunction),
        Timeout = 10,
        MemorySize = 512,
        Role = "@LaunchBridgeRole"
    )]
    public async Task<LaunchedBridge> LaunchBridge(LaunchRequest request, ILambdaContext context)
    {
        if (request.Folder is not { Length: > 0 } folderText || request.TaskToken is not { Length: > 0 } token)
        {
            throw new BridgeNotLaunched(
                "The input has to hold 'folder' and 'taskToken', as call.asl.json passes them."
            );
        }

        var folder = Parse(folderText);
        var store = new CallStore(_s3, folder);
        if (await store.ReadAsync(CallFile.Disconnected, CancellationToken.None) is not null)
        {
            throw new CallerHungUp("Amazon Connect reported the end of the contact before the bridge was launched.");
        }

        var generation = await WriteTicketAsync(store, token);
        var task = await RunTaskAsync(folder, generation);
        context.Logger.LogInformation(
            "Call {contactId}: bridge {generation} is task {taskArn}.",
            folder.ContactId.ToString(),
            generation,
            task
        );
        return new LaunchedBridge(task, generation);
    }

    private static CallFolder Parse(string text)
    {
        try
        {
            return CallFolder.Parse(text);
        }
        catch (FormatException e)
        {
            throw new BridgeNotLaunched(e.Message, e);
        }
    }

    /// <summary>From this moment on no earlier bridge of the call may speak.</summary>
    private static async Task<int> WriteTicketAsync(CallStore store, string token)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = await store.ReadAsync(CallFile.Launch, CancellationToken.None);
            var ticket = new LaunchTicket((before?.Value.Generation ?? 0) + 1, token);
            if (await store.TryWriteAsync(CallFile.Launch, ticket, before?.ETag, CancellationToken.None) is not null)
            {
                return ticket.Generation;
            }
        }

        throw new BridgeNotLaunched(
            $"Others keep writing {store.Folder}launch.json: only one execution may own a call."
        );
    }

    private async Task<string> RunTaskAsync(CallFolder folder, int generation)
    {
        try
        {
            var answer = await _ecs.RunTaskAsync(Describe(folder, generation));
            return answer switch
            {
                { Failures: [var failure, ..] } when LackOfRoom.Is(failure) => throw new BridgeHasNoRoom(Tell(failure)),
                { Failures: [var failure, ..] } => throw new BridgeNotLaunched(Tell(failure)),
                { Tasks: [var task, ..] } => task.TaskArn,
                _ => throw new BridgeNotLaunched("ECS reported neither a task nor a failure."),
            };
        }
        catch (AmazonECSException e) when (LackOfRoom.Is(e))
        {
            throw new BridgeHasNoRoom($"ECS cannot run the bridge at the moment: {e.Message}", e);
        }
        catch (AmazonECSException e)
        {
            throw new BridgeNotLaunched($"ECS refused to run {_place}: {e.Message}", e);
        }
    }

    private RunTaskRequest Describe(CallFolder folder, int generation)
    {
        var request = new RunTaskRequest
        {
            Cluster = _place.Cluster,
            TaskDefinition = _place.TaskDefinition,
            Count = 1,
            StartedBy = folder.ContactId.ToString(),
            ClientToken = $"{folder.ContactId}-{generation}",
            Overrides = new TaskOverride
            {
                ContainerOverrides =
                [
                    new ContainerOverride
                    {
                        Name = Container,
                        Environment =
                        [
                            new Amazon.ECS.Model.KeyValuePair { Name = "CALL_FOLDER", Value = folder.ToString() },
                            new Amazon.ECS.Model.KeyValuePair { Name = "BRIDGE_GENERATION", Value = $"{generation}" },
                        ],
                    },
                ],
            },
        };
        // The one excludes the other, and the cluster grows only for tasks run by its capacity provider.
        if (_place.CapacityProvider is { } provider)
        {
            request.CapacityProviderStrategy =
            [
                new CapacityProviderStrategyItem { CapacityProvider = provider, Weight = 1 },
            ];
        }
        else
        {
            request.LaunchType = LaunchType.EC2;
        }

        return request;
    }

    private string Tell(Failure failure) =>
        $"ECS placed no task of {_place}: {failure.Reason}{(failure.Detail is { Length: > 0 } detail ? $" ({detail})" : "")}.";
}
