using System.Text.Json;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>spot-warning</c>, called by EventBridge: EC2 takes an instance back in two minutes. ECS tells standalone tasks
/// nothing of it; so this stops the instance's bridges in good time, which then hand their calls over while they still
/// speak. The instance is drained first, or the next bridge might be placed on it.
/// </summary>
public sealed class SpotWarningFunction
{
    private readonly IAmazonECS _ecs;
    private readonly BridgePlace _place;

    public SpotWarningFunction()
        : this(new AmazonECSClient(), BridgePlace.FromEnvironment()) { }

    internal SpotWarningFunction(IAmazonECS ecs, BridgePlace place)
    {
        _ecs = ecs;
        _place = place;
    }

    /// <summary>Throws only what is worth EventBridge's next try.</summary>
    [LambdaFunction(
        ResourceName = nameof(SpotWarningFunction),
        Timeout = 30,
        MemorySize = 512,
        Role = "@SpotWarningRole"
    )]
    public async Task SpotWarning(JsonElement input, ILambdaContext context)
    {
        if (input.TextAt("detail", "instance-id") is not { } instance || !IsInstanceId(instance))
        {
            context.Logger.LogInformation("The event names no instance.");
            return;
        }

        var found = await _ecs.ListContainerInstancesAsync(
            new ListContainerInstancesRequest { Cluster = _place.Cluster, Filter = $"ec2InstanceId in ['{instance}']" }
        );
        foreach (var arn in found.ContainerInstanceArns ?? [])
        {
            await DrainAsync(arn, context);
            var bridges = await FindBridgesAsync(arn);
            await StopAllAsync(bridges);
            context.Logger.LogWarning(
                "Instance {instance} is taken back: {bridges} bridges are told to hand their calls over.",
                instance,
                bridges.Count
            );
        }
    }

    private async Task DrainAsync(string instance, ILambdaContext context)
    {
        try
        {
            await _ecs.UpdateContainerInstancesStateAsync(
                new UpdateContainerInstancesStateRequest
                {
                    Cluster = _place.Cluster,
                    ContainerInstances = [instance],
                    Status = ContainerInstanceStatus.DRAINING,
                }
            );
        }
        catch (AmazonECSException e)
        {
            // Managed draining may have been faster. The bridges are stopped in any case.
            context.Logger.LogWarning(e, "Instance {instance} is not drained.", instance);
        }
    }

    // One that cannot be stopped must not cost the others their two minutes: EventBridge's next try comes after one of them.
    private async Task StopAllAsync(IReadOnlyList<string> bridges)
    {
        var failures = new List<Exception>();
        foreach (var bridge in bridges)
        {
            try
            {
                await _ecs.StopTaskAsync(
                    new StopTaskRequest
                    {
                        Cluster = _place.Cluster,
                        Task = bridge,
                        Reason = "EC2 takes the Spot instance back.",
                    }
                );
            }
            catch (InvalidParameterException)
            {
                // It has ended by itself meanwhile.
            }
            catch (AmazonECSException e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Not all bridges of the instance could be told to stop.", failures);
        }
    }

    /// <summary>The instance's bridges; whatever else runs there is a service's task, for which ECS cares itself.</summary>
    private async Task<IReadOnlyList<string>> FindBridgesAsync(string instance)
    {
        var group = $"family:{_place.TaskDefinition.Split(':')[0]}";
        var bridges = new List<string>();
        string? next = null;
        do
        {
            var page = await _ecs.ListTasksAsync(
                new ListTasksRequest
                {
                    Cluster = _place.Cluster,
                    ContainerInstance = instance,
                    NextToken = next,
                }
            );
            if (page.TaskArns is { Count: > 0 } tasks)
            {
                var described = await _ecs.DescribeTasksAsync(
                    new DescribeTasksRequest { Cluster = _place.Cluster, Tasks = tasks }
                );
                bridges.AddRange(described.Tasks.Where(task => task.Group == group).Select(task => task.TaskArn));
            }

            next = page.NextToken;
        } while (next is not null);

        return bridges;
    }

    // It goes into a query.
    private static bool IsInstanceId(string text) =>
        text.StartsWith("i-", StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
