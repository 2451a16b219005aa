using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>An engineer hears of what would keep callers waiting before they do.</summary>
public sealed class AlarmTests
{
    private static readonly Dictionary<string, JsonNode> s_alarms = EcsStack
        .OfType("AWS::CloudWatch::Alarm")
        .ToDictionary(alarm => alarm.Id, alarm => alarm.Properties);

    [Theory]
    [InlineData("StandbyUnhealthy", "AWS/ApplicationELB", "UnHealthyHostCount")]
    [InlineData("StandbyAbsent", "AWS/ApplicationELB", "HealthyHostCount")]
    [InlineData("CpuReserved", "AWS/ECS", "CPUReservation")]
    [InlineData("MemoryReserved", "AWS/ECS", "MemoryReservation")]
    [InlineData("NoRoom", "AWS/ECS/ManagedScaling", "CapacityProviderReservation")]
    [InlineData("InstancesAtMax", "AWS/AutoScaling", "GroupDesiredCapacity")]
    public void There_is_an_alarm_for_each_way_to_run_out_of_bridges(string id, string service, string metric)
    {
        ((string?)s_alarms[id]["Namespace"]).ShouldBe(service);
        ((string?)s_alarms[id]["MetricName"]).ShouldBe(metric);
        s_alarms.Count.ShouldBe(6);
    }

    [Fact]
    public void Each_has_a_name_to_search_by_a_sentence_and_somebody_to_tell()
    {
        foreach (var (id, alarm) in s_alarms)
        {
            ((string)alarm["AlarmName"]!).ShouldStartWith("nova-sonic-", customMessage: id);
            ((string)alarm["AlarmDescription"]!).ShouldEndWith(".", customMessage: id);
            const string Topic = """[{"Fn::If":["TopicIsMade",{"Ref":"AlarmTopic"},{"Ref":"AlarmTopicArn"}]}]""";
            alarm["AlarmActions"]!.ToJsonString().ShouldBe(Topic, id);
            alarm["OKActions"]!.ToJsonString().ShouldBe(Topic, id);
        }
    }

    [Fact]
    public void Only_missing_standby_bridges_are_an_alarm_when_nothing_is_measured() =>
        s_alarms
            .Where(alarm => (string?)alarm.Value["TreatMissingData"] == "breaching")
            .Select(alarm => alarm.Key)
            .ShouldBe(["StandbyAbsent"]);

    [Fact]
    public void The_groups_own_figures_are_collected_or_its_alarm_would_never_sound() =>
        EcsStack.Properties("AutoScalingGroup")["MetricsCollection"]!
            .ToJsonString()
            .ShouldBe("""[{"Granularity":"1Minute"}]""");

    [Fact]
    public void Only_alarms_of_this_account_may_use_the_topic()
    {
        var statement = EcsStack.Properties("AlarmTopicPolicy")["PolicyDocument"]!["Statement"]!
            .AsArray()
            .ShouldHaveSingleItem()!;

        ((string?)statement["Principal"]!["Service"]).ShouldBe("cloudwatch.amazonaws.com");
        ((string?)statement["Action"]).ShouldBe("sns:Publish");
        statement["Condition"]!
            .ToJsonString()
            .ShouldBe("""{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}""");
    }
}
