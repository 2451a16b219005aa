using Amazon.CloudFormation;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// <c>verify-targets</c>: the load balancer sees a healthy standby bridge, and none that is not. So the image can be
/// pulled and a bridge starts on the instances.
/// </summary>
public sealed class VerifyTargetsFunction
{
    private const string Check = "verify-targets";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly IAmazonElasticLoadBalancingV2 _loadBalancing;

    public VerifyTargetsFunction()
        : this(new AmazonS3Client(), new AmazonCloudFormationClient(), new AmazonElasticLoadBalancingV2Client()) { }

    internal VerifyTargetsFunction(
        IAmazonS3 s3,
        IAmazonCloudFormation cloudFormation,
        IAmazonElasticLoadBalancingV2 loadBalancing
    )
    {
        _s3 = s3;
        _cloudFormation = cloudFormation;
        _loadBalancing = loadBalancing;
    }

    /// <exception cref="NotReadyYet">No standby bridge is healthy yet, or one is unhealthy and may still become healthy.</exception>
    [LambdaFunction(
        ResourceName = nameof(VerifyTargetsFunction),
        Timeout = 30,
        MemorySize = 256,
        Role = "@VerifyTargetsRole"
    )]
    public Task<StepDone> VerifyTargets(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        return NotedCheck.MakeAsync(store, Check, () => ProveAsync(store));
    }

    private async Task<string> ProveAsync(MigrationStore store)
    {
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var outputs = await StackOutputs.ReadAsync(_cloudFormation, plan.StackName);
        var answer = await _loadBalancing.DescribeTargetHealthAsync(
            new DescribeTargetHealthRequest { TargetGroupArn = outputs.Require("StandbyTargetGroupArn") }
        );
        // One that drains has done its work and leaves.
        var targets = (answer.TargetHealthDescriptions ?? [])
            .Where(target => target.TargetHealth.State != TargetHealthStateEnum.Draining)
            .ToList();
        var bad = targets.Where(target => target.TargetHealth.State != TargetHealthStateEnum.Healthy).ToList();
        if (targets.Count == 0)
        {
            throw new NotReadyYet(
                "No standby bridge has come to the load balancer yet: look at the events of the cluster's service "
                    + $"{outputs.Require("StandbyServiceName")}; an image that cannot be pulled stands there."
            );
        }

        return bad.Count == 0
            ? $"{targets.Count} standby bridges are healthy."
            : throw new NotReadyYet(
                $"{targets.Count - bad.Count} of {targets.Count} standby bridges are healthy. {string.Join(' ', bad.Select(Tell))} "
                    + "Look at the log group /ecs/nova-sonic-standby, and whether the instances let the load balancer in."
            );
    }

    private static string Tell(TargetHealthDescription target) =>
        $"{target.Target.Id}:{target.Target.Port} is {target.TargetHealth.State} ({target.TargetHealth.Reason}: {target.TargetHealth.Description?.TrimEnd('.')}).";
}
