using System.Text.RegularExpressions;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;

namespace SonicBridge.Sdk.Tests.Aws.Moto;

/// <summary>What watches and deploys, against an emulator that knows nothing of it.</summary>
public sealed partial class MotoOperationsTests(MotoServer moto)
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stack_is_made_by_change_set_and_deleted()
    {
        using var stacks = new AmazonCloudFormationClient(
            LoopbackService.Credentials,
            moto.Reach(new AmazonCloudFormationConfig())
        );
        var name = $"s-{Guid.NewGuid():N}";

        var changeSet = await stacks.CreateChangeSetAsync(
            new CreateChangeSetRequest
            {
                StackName = name,
                ChangeSetName = "first",
                ChangeSetType = ChangeSetType.CREATE,
                TemplateBody = """
                {"Parameters":{"Name":{"Type":"String"}},
                 "Resources":{"Queue":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":{"Ref":"Name"}}}},
                 "Outputs":{"Made":{"Value":{"Ref":"Name"}}}}
                """,
                Parameters = [new Parameter { ParameterKey = "Name", ParameterValue = name }],
                Tags = [new Amazon.CloudFormation.Model.Tag { Key = "k", Value = "v" }],
            },
            None
        );
        var described = await stacks.DescribeChangeSetAsync(
            new DescribeChangeSetRequest { ChangeSetName = changeSet.Id, StackName = name },
            None
        );
        await stacks.ExecuteChangeSetAsync(
            new ExecuteChangeSetRequest { ChangeSetName = changeSet.Id, StackName = name },
            None
        );
        var stack = await stacks.DescribeStacksAsync(new DescribeStacksRequest { StackName = name }, None);
        var resources = await stacks.ListStackResourcesAsync(new ListStackResourcesRequest { StackName = name }, None);
        var events = await stacks.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = name }, None);
        await stacks.DeleteStackAsync(new DeleteStackRequest { StackName = name }, None);

        described.Changes.ShouldHaveSingleItem().ResourceChange.Action.ShouldBe(ChangeAction.Add);
        stack.Stacks.ShouldHaveSingleItem().StackStatus.ShouldBe(StackStatus.CREATE_COMPLETE);
        stack.Stacks[0].Parameters.ShouldHaveSingleItem().ParameterValue.ShouldBe(name);
        resources.StackResourceSummaries.ShouldHaveSingleItem().LogicalResourceId.ShouldBe("Queue");
        events.StackEvents.ShouldNotBeEmpty();
        var gone = await Should.ThrowAsync<AmazonCloudFormationException>(() =>
            stacks.DescribeStacksAsync(new DescribeStacksRequest { StackName = name }, None)
        );
        gone.ErrorCode.ShouldBe("ValidationError");
    }

    [Fact]
    public async Task A_target_group_is_described()
    {
        using var balancing = new AmazonElasticLoadBalancingV2Client(
            LoopbackService.Credentials,
            moto.Reach(new AmazonElasticLoadBalancingV2Config())
        );
        var name = Guid.NewGuid().ToString("N")[..30];
        var network = await moto.ArrangeAsync("ec2", new() { ["Action"] = "DescribeVpcs", ["Version"] = "2016-11-15" });
        await moto.ArrangeAsync(
            "elasticloadbalancing",
            new()
            {
                ["Action"] = "CreateTargetGroup",
                ["Version"] = "2015-12-01",
                ["Name"] = name,
                ["TargetType"] = "ip",
                ["Protocol"] = "HTTP",
                ["Port"] = "8080",
                ["VpcId"] = Vpc().Match(network).Value,
            }
        );

        var groups = await balancing.DescribeTargetGroupsAsync(
            new DescribeTargetGroupsRequest { Names = [name] },
            None
        );
        var health = await balancing.DescribeTargetHealthAsync(
            new DescribeTargetHealthRequest { TargetGroupArn = groups.TargetGroups[0].TargetGroupArn },
            None
        );

        groups.TargetGroups.ShouldHaveSingleItem().Protocol.ShouldBe(ProtocolEnum.HTTP);
        groups.TargetGroups[0].Port.ShouldBe(8080);
        health.TargetHealthDescriptions.ShouldBeNull();
        await Should.ThrowAsync<TargetGroupNotFoundException>(() =>
            balancing.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { Names = ["none"] }, None)
        );
    }

    [Fact]
    public async Task An_alarm_is_described()
    {
        using var watch = new AmazonCloudWatchClient(
            LoopbackService.Credentials,
            moto.Reach(new AmazonCloudWatchConfig())
        );
        var name = Guid.NewGuid().ToString("N");
        await moto.ArrangeAsync(
            "monitoring",
            new()
            {
                ["Action"] = "PutMetricAlarm",
                ["Version"] = "2010-08-01",
                ["AlarmName"] = name,
                ["MetricName"] = "m",
                ["Namespace"] = "n",
                ["Statistic"] = "Sum",
                ["Period"] = "60",
                ["EvaluationPeriods"] = "1",
                ["Threshold"] = "1.5",
                ["ComparisonOperator"] = "GreaterThanThreshold",
                ["ActionsEnabled"] = "true",
            }
        );

        var alarms = await watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [name] }, None);

        var alarm = alarms.MetricAlarms.ShouldHaveSingleItem();
        alarm.Threshold.ShouldBe(1.5);
        alarm.ComparisonOperator.ShouldBe(ComparisonOperator.GreaterThanThreshold);
        alarm.Period.ShouldBe(60);
    }

    [Fact]
    public async Task What_is_not_there_is_its_own_exception()
    {
        using var images = new AmazonECRClient(LoopbackService.Credentials, moto.Reach(new AmazonECRConfig()));
        using var logs = new AmazonCloudWatchLogsClient(
            LoopbackService.Credentials,
            moto.Reach(new AmazonCloudWatchLogsConfig())
        );
        using var connect = new AmazonConnectClient(LoopbackService.Credentials, moto.Reach(new AmazonConnectConfig()));

        await Should.ThrowAsync<RepositoryNotFoundException>(() =>
            images.DescribeImagesAsync(new DescribeImagesRequest { RepositoryName = "none" }, None)
        );
        await Should.ThrowAsync<Amazon.CloudWatchLogs.Model.ResourceNotFoundException>(() =>
            logs.FilterLogEventsAsync(new FilterLogEventsRequest { LogGroupName = "none", StartTime = 0 }, None)
        );
        await Should.ThrowAsync<Amazon.Connect.Model.ResourceNotFoundException>(() =>
            connect.DescribeInstanceAsync(
                new DescribeInstanceRequest { InstanceId = "00000000-0000-0000-0000-000000000000" },
                None
            )
        );
    }

    [Fact]
    public async Task There_are_no_groups_where_none_was_made()
    {
        using var scaling = new AmazonAutoScalingClient(
            LoopbackService.Credentials,
            moto.Reach(new AmazonAutoScalingConfig())
        );

        var groups = await scaling.DescribeAutoScalingGroupsAsync(
            new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = ["none"], MaxRecords = 5 },
            None
        );

        groups.AutoScalingGroups.ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_is_made_described_and_deleted()
    {
        using var video = new AmazonKinesisVideoClient(
            LoopbackService.Credentials,
            moto.Reach(new AmazonKinesisVideoConfig())
        );
        var name = Guid.NewGuid().ToString("N");

        var created = await video.CreateStreamAsync(
            new CreateStreamRequest { StreamName = name, DataRetentionInHours = 1 },
            None
        );
        var described = await video.DescribeStreamAsync(new DescribeStreamRequest { StreamName = name }, None);
        await video.DeleteStreamAsync(new DeleteStreamRequest { StreamARN = created.StreamARN }, None);

        described.StreamInfo.StreamARN.ShouldBe(created.StreamARN);
        described.StreamInfo.DataRetentionInHours.ShouldBe(1);
        await Should.ThrowAsync<Amazon.KinesisVideo.Model.ResourceNotFoundException>(() =>
            video.DescribeStreamAsync(new DescribeStreamRequest { StreamName = name }, None)
        );
    }

    [GeneratedRegex("vpc-[0-9a-f]{8,}", RegexOptions.None, 1000)]
    private static partial Regex Vpc();
}
