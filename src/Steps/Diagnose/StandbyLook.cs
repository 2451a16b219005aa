using Amazon.CloudFormation;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using SonicBridge.Steps.Deploy;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads the standby bridges as the load balancer sees them.</summary>
internal sealed class StandbyLook(IAmazonCloudFormation cloudFormation, IAmazonElasticLoadBalancingV2 loadBalancing)
{
    private const string Stack = "nova-sonic-ecs-stack";

    public async Task<IReadOnlyList<StandbyTarget>?> ReadAsync()
    {
        var outputs = await StackOutputs.ReadAsync(cloudFormation, Stack);
        var answer = await loadBalancing.DescribeTargetHealthAsync(
            new DescribeTargetHealthRequest { TargetGroupArn = outputs.Require("StandbyTargetGroupArn") }
        );
        return
        [
            .. (answer.TargetHealthDescriptions ?? []).Select(target => new StandbyTarget(
                $"{target.Target.Id}:{target.Target.Port}",
                target.TargetHealth.State.Value,
                target.TargetHealth.Reason?.Value,
                target.TargetHealth.Description
            )),
        ];
    }
}
