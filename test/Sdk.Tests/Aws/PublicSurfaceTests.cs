using Amazon.AutoScaling;
using Amazon.BedrockRuntime;
using Amazon.CloudFormation;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.Connect;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.KinesisVideo;
using Amazon.KinesisVideoMedia;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData(typeof(AmazonBedrockRuntimeClient))]
    [InlineData(typeof(AmazonAutoScalingClient))]
    [InlineData(typeof(AmazonCloudFormationClient))]
    [InlineData(typeof(AmazonCloudWatchClient))]
    [InlineData(typeof(AmazonCloudWatchLogsClient))]
    [InlineData(typeof(AmazonConnectClient))]
    [InlineData(typeof(AmazonECRClient))]
    [InlineData(typeof(AmazonECSClient))]
    [InlineData(typeof(AmazonElasticLoadBalancingV2Client))]
    [InlineData(typeof(AmazonKinesisVideoClient))]
    [InlineData(typeof(AmazonKinesisVideoMediaClient))]
    [InlineData(typeof(AmazonLambdaClient))]
    [InlineData(typeof(AmazonStepFunctionsClient))]
    public void What_the_stand_ins_share_stays_inside(Type client) =>
        client
            .Assembly.GetExportedTypes()
            .Select(type => type.Namespace)
            .Distinct()
            .ShouldBe([client.Namespace, client.Namespace + ".Model"], ignoreOrder: true);

    [Fact]
    public void Endpoints_that_a_stand_in_does_not_know_are_refused_with_the_way_out()
    {
        var config = new AmazonECSConfig
        {
            IgnoreConfiguredEndpointUrls = true,
            RegionEndpoint = Amazon.RegionEndpoint.USEast1,
            UseFIPSEndpoint = true,
        };

        Should
            .Throw<AmazonClientException>(() =>
                config.DetermineServiceOperationEndpoint(new(new RunTaskRequest { TaskDefinition = "d" }))
            )
            .Message.ShouldContain("-p:AwsPackages=nuget");
    }

    [Fact]
    public void Collections_start_as_null_as_version_4_has_it()
    {
        new RunTaskRequest().Tags.ShouldBeNull();
        new ContainerOverride().Environment.ShouldBeNull();
    }

    [Fact]
    public void An_enumeration_takes_any_text_and_knows_its_own()
    {
        LaunchType known = "ec2";
        known.ShouldBe(LaunchType.EC2);
        LaunchType later = "BALLOON";
        later.Value.ShouldBe("BALLOON");
    }
}
