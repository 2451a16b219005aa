using Amazon.ECS;
using Amazon.ECS.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads the bridges' tasks and the cluster under them.</summary>
internal sealed class BridgesLook(IAmazonECS ecs, BridgePlace place)
{
    // As many as DescribeTasks takes: of a bad hour they tell enough.
    private const int MostTasks = 100;

    /// <summary>A task by its ARN or id; null when ECS does not know it.</summary>
    public async Task<Amazon.ECS.Model.Task?> FindAsync(string task)
    {
        var answer = await ecs.DescribeTasksAsync(
            new DescribeTasksRequest { Cluster = place.Cluster, Tasks = [task] }
        );
        return answer.Tasks is [{ } found, ..] ? found : null;
    }

    /// <summary>A call's bridges or, without a call, all: those that run, and those that stopped within the hour for which ECS remembers them.</summary>
    public async Task<IReadOnlyList<Amazon.ECS.Model.Task>> ListAsync(ContactId? contact)
    {
        var running = ListAsync(contact, DesiredStatus.RUNNING);
        var stopped = ListAsync(contact, DesiredStatus.STOPPED);
        List<string> arns = [.. await stopped, .. await running];
        if (arns.Count == 0)
        {
            return [];
        }

        var answer = await ecs.DescribeTasksAsync(
            new DescribeTasksRequest { Cluster = place.Cluster, Tasks = [.. arns.Take(MostTasks)] }
        );
        return answer.Tasks ?? [];
    }

    /// <summary>The cluster, and how many bridges fit into it.</summary>
    public async Task<ClusterState> ClusterAsync()
    {
        var room = new ClusterRoom(ecs);
        try
        {
            var bridge = await room.SizeOfBridgeAsync(place.TaskDefinition);
            return new ClusterState(place.Cluster, await room.LookAsync(place.Cluster, bridge), null);
        }
        catch (MigrationRefused e)
        {
            return new ClusterState(place.Cluster, null, e.Message);
        }
    }

    private async Task<IReadOnlyList<string>> ListAsync(ContactId? contact, DesiredStatus status)
    {
        // ListTasks takes no family beside startedBy.
        var answer = await ecs.ListTasksAsync(
            new ListTasksRequest
            {
                Cluster = place.Cluster,
                DesiredStatus = status,
                StartedBy = contact?.ToString(),
                Family = contact is null ? place.TaskDefinition.Split(':')[0] : null,
            }
        );
        return answer.TaskArns ?? [];
    }
}
