using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>release-instances</c>: takes the scale-in protection off the instances, which no longer carry calls. CloudFormation
/// cannot delete a group of protected ones.
/// </summary>
public sealed class ReleaseInstancesFunction
{
    // The group's name in the template: a stack that was made only in part has no outputs, but it may have instances.
    private const string Group = "AutoScalingGroup";

    // As many as SetInstanceProtection takes.
    private const int MostAtOnce = 50;

    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly IAmazonAutoScaling _autoScaling;

    public ReleaseInstancesFunction()
        : this(new AmazonS3Client(), new AmazonCloudFormationClient(), new AmazonAutoScalingClient()) { }

    internal ReleaseInstancesFunction(
        IAmazonS3 s3,
        IAmazonCloudFormation cloudFormation,
        IAmazonAutoScaling autoScaling
    )
    {
        _s3 = s3;
        _cloudFormation = cloudFormation;
        _autoScaling = autoScaling;
    }

    /// <summary>Nothing to do is as good as done.</summary>
    [LambdaFunction(
        ResourceName = nameof(ReleaseInstancesFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@ReleaseInstancesRole"
    )]
    public async Task<StepDone> ReleaseInstances(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        if (await StackLook.FindAsync(_cloudFormation, plan.StackName) is not { } stack || !StackLook.IsOurs(stack))
        {
            return new StepDone($"There is no stack {plan.StackName} of ours, and so no instance.");
        }

        if (await GroupOfAsync(stack) is not { } name || await FindAsync(name) is not { } group)
        {
            return new StepDone($"The stack {plan.StackName} has no instances.");
        }

        // First the group: an instance that it starts meanwhile would be protected too.
        if (group.NewInstancesProtectedFromScaleIn == true)
        {
            await _autoScaling.UpdateAutoScalingGroupAsync(
                new UpdateAutoScalingGroupRequest
                {
                    AutoScalingGroupName = name,
                    NewInstancesProtectedFromScaleIn = false,
                }
            );
            group = await FindAsync(name) ?? group;
        }

        var protectedOnes = (group.Instances ?? [])
            .Where(instance => instance.ProtectedFromScaleIn == true && !IsLeaving(instance))
            .Select(instance => instance.InstanceId)
            .ToList();
        foreach (var some in protectedOnes.Chunk(MostAtOnce))
        {
            await _autoScaling.SetInstanceProtectionAsync(
                new SetInstanceProtectionRequest
                {
                    AutoScalingGroupName = name,
                    InstanceIds = [.. some],
                    ProtectedFromScaleIn = false,
                }
            );
        }

        return new StepDone($"{protectedOnes.Count} instances of {name} were released; none is protected any more.");
    }

    private async Task<string?> GroupOfAsync(Stack stack)
    {
        var request = new ListStackResourcesRequest { StackName = stack.StackId };
        while (true)
        {
            var page = await _cloudFormation.ListStackResourcesAsync(request);
            var group = (page.StackResourceSummaries ?? []).Find(resource => resource.LogicalResourceId == Group);
            if (group is not null || page.NextToken is not { Length: > 0 })
            {
                return group?.PhysicalResourceId is { Length: > 0 } name ? name : null;
            }

            request.NextToken = page.NextToken;
        }
    }

    private async Task<AutoScalingGroup?> FindAsync(string name)
    {
        var answer = await _autoScaling.DescribeAutoScalingGroupsAsync(
            new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name] }
        );
        return answer.AutoScalingGroups is [{ } group] ? group : null;
    }

    private static bool IsLeaving(Instance instance) =>
        instance.LifecycleState?.Value.StartsWith("Terminat", StringComparison.Ordinal) == true;
}
