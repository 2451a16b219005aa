using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>The group that starts the cluster's instances: whether room is still to come, or what keeps it away.</summary>
internal sealed class InstanceGroup(IAmazonAutoScaling autoScaling)
{
    /// <exception cref="MigrationRefused">There is no such group.</exception>
    public async Task<GroupState> LookAsync(string name)
    {
        var answer = await autoScaling.DescribeAutoScalingGroupsAsync(
            new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name] }
        );
        return answer.AutoScalingGroups is [{ } group]
            ? new GroupState(
                name,
                group.DesiredCapacity ?? 0,
                (group.Instances ?? []).Count(instance => instance.LifecycleState == LifecycleState.InService)
            )
            : throw new MigrationRefused(
                $"The Auto Scaling group {name} is gone: start the migration anew, so that its stack is deployed again."
            );
    }
}

/// <summary>How far a group is.</summary>
/// <param name="Name">The group.</param>
/// <param name="Desired">How many instances it is to have.</param>
/// <param name="InService">How many it has.</param>
internal sealed record GroupState(string Name, int Desired, int InService)
{
    /// <summary>Why there is too little room, as the error to throw.</summary>
    /// <param name="lack">What is lacking, as the beginning of a sentence.</param>
    /// <param name="room">What was found in the cluster.</param>
    public Exception Explain(string lack, Room room)
    {
        if (Desired == 0)
        {
            return new MigrationRefused(
                $"{lack}: the group {Name} is to have no instance. Give stackParameters.DesiredInstances and MinInstances of 1 or more."
            );
        }

        if (InService < Desired)
        {
            return new NotReadyYet(
                $"{lack}: {InService} of {Desired} instances are in service. Should it stay so, the activities of the group {Name} say why."
            );
        }

        return room.Connected < Desired
            ? new NotReadyYet(
                $"{lack}: of {Desired} instances {room.Registered} have registered and {room.Connected} are connected. "
                    + "Should it stay so: an instance without a way to ECS (NAT gateway, endpoints, security group) cannot register; "
                    + "see /var/log/ecs/ on it."
            )
            : new MigrationRefused(
                $"{lack}, and all {Desired} instances are there. Give stackParameters.DesiredInstances and MinInstances of more, or larger InstanceTypes."
            );
    }
}
