using Amazon.ECS;
using Amazon.ECS.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>How much room a cluster's instances have.</summary>
internal sealed class ClusterRoom(IAmazonECS ecs)
{
    // As many as DescribeContainerInstances takes.
    private const int MostAtOnce = 100;

    /// <summary>The size of the newest revision, which launch-bridge runs.</summary>
    /// <exception cref="MigrationRefused">It cannot be run on instances.</exception>
    public async Task<BridgeSize> SizeOfBridgeAsync(string family)
    {
        TaskDefinition definition;
        try
        {
            var answer = await ecs.DescribeTaskDefinitionAsync(
                new DescribeTaskDefinitionRequest { TaskDefinition = family }
            );
            definition = answer.TaskDefinition;
        }
        catch (ClientException e)
        {
            throw new MigrationRefused($"The task definition {family} cannot be read: {e.Message}", e);
        }

        return definition.RequiresCompatibilities?.Contains("EC2") == true
            ? BridgeSize.Of(definition)
            : throw new MigrationRefused(
                $"{definition.TaskDefinitionArn} is the newest revision and not made for EC2 instances: "
                    + "start the migration anew, so that the bridge is registered after it."
            );
    }

    /// <summary>Looks at the cluster's active instances.</summary>
    /// <exception cref="MigrationRefused">There is no such cluster.</exception>
    public async Task<Room> LookAsync(string cluster, BridgeSize bridge)
    {
        var clusters = await ecs.DescribeClustersAsync(new DescribeClustersRequest { Clusters = [cluster] });
        if (clusters.Clusters is not [{ Status: "ACTIVE" }])
        {
            var status = clusters.Clusters is [{ } found] ? found.Status : "not there";
            throw new MigrationRefused(
                $"The cluster {cluster} is {status}: start the migration anew, so that its stack is deployed again."
            );
        }

        var room = new Room(0, 0, 0, null);
        foreach (var instances in (await ListAsync(cluster)).Chunk(MostAtOnce))
        {
            var answer = await ecs.DescribeContainerInstancesAsync(
                new DescribeContainerInstancesRequest { Cluster = cluster, ContainerInstances = [.. instances] }
            );
            room = (answer.ContainerInstances ?? []).Aggregate(room, (sum, instance) => sum.With(instance, bridge));
        }

        return room;
    }

    private async Task<List<string>> ListAsync(string cluster)
    {
        var arns = new List<string>();
        var request = new ListContainerInstancesRequest { Cluster = cluster, Status = ContainerInstanceStatus.ACTIVE };
        do
        {
            var page = await ecs.ListContainerInstancesAsync(request);
            arns.AddRange(page.ContainerInstanceArns ?? []);
            request.NextToken = page.NextToken;
        } while (request.NextToken is { Length: > 0 });

        return arns;
    }
}

/// <summary>What was found in a cluster.</summary>
/// <param name="Registered">Its active instances.</param>
/// <param name="Connected">Those of them whose agent is connected.</param>
/// <param name="Free">How many bridges these have room for.</param>
/// <param name="TooSmall">An instance on which not even one would fit, or null.</param>
internal sealed record Room(int Registered, int Connected, int Free, string? TooSmall)
{
    public Room With(ContainerInstance instance, BridgeSize bridge)
    {
        var isConnected = instance.AgentConnected == true;
        return new Room(
            Registered + 1,
            Connected + (isConnected ? 1 : 0),
            Free + (isConnected ? bridge.FitsInto(instance.RemainingResources) : 0),
            bridge.FitsInto(instance.RegisteredResources) == 0 ? instance.Ec2InstanceId : TooSmall
        );
    }
}
