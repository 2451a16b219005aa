using Amazon;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>Auto Scaling with one group, or none.</summary>
internal sealed class FakeAutoScaling()
    : AmazonAutoScalingClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public const string Name = "nova-sonic-ecs";

    public AutoScalingGroup? Group { get; set; }

    /// <summary>How many instances were released by each request.</summary>
    public List<int> Released { get; } = [];

    public FakeAutoScaling With(int desired, int inService)
    {
        Group = new AutoScalingGroup
        {
            AutoScalingGroupName = Name,
            DesiredCapacity = desired,
            NewInstancesProtectedFromScaleIn = true,
            Instances =
            [
                .. Enumerable
                    .Range(0, desired)
                    .Select(i => new Instance
                    {
                        InstanceId = $"i-{i}",
                        LifecycleState = i < inService ? LifecycleState.InService : LifecycleState.Pending,
                        ProtectedFromScaleIn = true,
                    }),
            ],
        };
        return this;
    }

    public override Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new DescribeAutoScalingGroupsResponse
            {
                AutoScalingGroups =
                    Group is not null && request.AutoScalingGroupNames.Contains(Group.AutoScalingGroupName)
                        ? [Group]
                        : null!,
            }
        );

    public override Task<UpdateAutoScalingGroupResponse> UpdateAutoScalingGroupAsync(
        UpdateAutoScalingGroupRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Group!.NewInstancesProtectedFromScaleIn = request.NewInstancesProtectedFromScaleIn;
        return Task.FromResult(new UpdateAutoScalingGroupResponse());
    }

    public override Task<SetInstanceProtectionResponse> SetInstanceProtectionAsync(
        SetInstanceProtectionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (request.InstanceIds.Count > 50)
        {
            throw new AmazonAutoScalingException("1 validation error detected: more than 50 instances");
        }

        foreach (var instance in Group!.Instances.Where(one => request.InstanceIds.Contains(one.InstanceId)))
        {
            instance.ProtectedFromScaleIn = request.ProtectedFromScaleIn;
        }

        Released.Add(request.InstanceIds.Count);
        return Task.FromResult(new SetInstanceProtectionResponse());
    }
}
