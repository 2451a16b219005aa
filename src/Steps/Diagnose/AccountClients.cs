using Amazon.CloudFormation;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Lambda;
using Amazon.S3;
using Amazon.StepFunctions;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Whom a diagnosis asks.</summary>
internal sealed record AccountClients(
    IAmazonS3 S3,
    IAmazonStepFunctions StepFunctions,
    IAmazonECS Ecs,
    IAmazonLambda Lambda,
    IAmazonCloudFormation CloudFormation,
    IAmazonElasticLoadBalancingV2 LoadBalancing,
    IAmazonCloudWatch CloudWatch,
    IAmazonCloudWatchLogs Logs
)
{
    public static AccountClients Create() =>
        new(
            new AmazonS3Client(),
            new AmazonStepFunctionsClient(),
            new AmazonECSClient(),
            new AmazonLambdaClient(),
            new AmazonCloudFormationClient(),
            new AmazonElasticLoadBalancingV2Client(),
            new AmazonCloudWatchClient(),
            new AmazonCloudWatchLogsClient()
        );
}
