using Amazon.AutoScaling;
using Amazon.CloudFormation;
using Amazon.ECS;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary><c>verify-cluster</c>: the cluster is active, its instances are connected, and there is room for the bridges.</summary>
public sealed class VerifyClusterFunction
{
    private const string Check = "verify-cluster";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly ClusterRoom _room;
    private readonly InstanceGroup _group;

    public VerifyClusterFunction()
        : this(
            new AmazonS3Client(),
            new AmazonCloudFormationClient(),
            new AmazonECSClient(),
            new AmazonAutoScalingClient()
        ) { }

    internal VerifyClusterFunction(
        IAmazonS3 s3,
        IAmazonCloudFormation cloudFormation,
        IAmazonECS ecs,
        IAmazonAutoScaling autoScaling
    )
    {
        _s3 = s3;
        _cloudFormation = cloudFormation;
        _room = new ClusterRoom(ecs);
        _group = new InstanceGroup(autoScaling);
    }

    /// <exception cref="NotReadyYet">Instances are still starting.</exception>
    /// <exception cref="MigrationRefused">There will be no room however long one waits.</exception>
    [LambdaFunction(
        ResourceName = nameof(VerifyClusterFunction),
        Timeout = 30,
        MemorySize = 256,
        Role = "@VerifyClusterRole"
    )]
    public Task<StepDone> VerifyCluster(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        return NotedCheck.MakeAsync(store, Check, () => ProveAsync(store));
    }

    private async Task<string> ProveAsync(MigrationStore store)
    {
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var outputs = await StackOutputs.ReadAsync(_cloudFormation, plan.StackName);
        var cluster = outputs.Require("ClusterName");
        var bridge = await _room.SizeOfBridgeAsync(plan.TaskDefinitionFamily);
        var room = await _room.LookAsync(cluster, bridge);
        if (room.Free >= plan.Room)
        {
            return $"{cluster} has {room.Connected} connected instances with room for {room.Free} bridges, each {bridge}; {plan.Room} are asked for.";
        }

        var lack = $"{cluster} has room for {room.Free} of {plan.Room} bridges, each {bridge}";
        if (room.TooSmall is { } small)
        {
            throw new MigrationRefused(
                $"{lack}: instance {small} would be too small for a single one even if it were empty. "
                    + "Give larger ones by stackParameters.InstanceTypes, or make the task definition smaller."
            );
        }

        var group = await _group.LookAsync(outputs.Require("AutoScalingGroupName"));
        throw group.Explain(lack, room);
    }
}
