using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>An engineer hears of what callers notice.</summary>
public sealed class AlarmTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    private static readonly Dictionary<string, JsonNode> s_alarms = DeployedTemplate
        .OfType(s_template, "AWS::CloudWatch::Alarm")
        .ToDictionary(alarm => alarm.Key, alarm => alarm.Value!["Properties"]!);

    [Fact]
    public void Each_has_a_name_that_verification_looks_for_a_sentence_and_somebody_to_tell_when_one_is_named()
    {
        const string Told = """[{"Fn::If":["AlarmsAreTold",{"Ref":"AlarmTopicArn"},{"Ref":"AWS::NoValue"}]}]""";
        s_alarms.ShouldNotBeEmpty();
        foreach (var (id, alarm) in s_alarms)
        {
            ((string)alarm["AlarmName"]!).ShouldStartWith("nova-sonic-", customMessage: id);
            ((string)alarm["AlarmDescription"]!).ShouldEndWith(".", customMessage: id);
            alarm["AlarmActions"]!.ToJsonString().ShouldBe(Told, id);
            alarm["OKActions"]!.ToJsonString().ShouldBe(Told, id);
            ((string?)alarm["TreatMissingData"]).ShouldBe("notBreaching", "At night nobody calls.");
        }
    }

    [Fact]
    public void Both_functions_that_flows_invoke_are_watched()
    {
        var metrics = s_alarms["FlowFunctionsAlarm"]["Metrics"]!.ToJsonString();
        foreach (var function in (string[])["StartCallFunction", "NextPromptFunction"])
        {
            metrics.ShouldContain("{\"Name\":\"FunctionName\",\"Value\":{\"Ref\":\"" + function + "\"}}");
        }
    }

    /// <summary>A function that was never invoked has no figures, and whatever is added to none is none.</summary>
    [Fact]
    public void A_sum_goes_on_where_one_of_its_metrics_has_no_figures()
    {
        var sums = s_alarms.Where(alarm => alarm.Value["Metrics"] is not null).ToList();

        sums.Select(alarm => alarm.Key).ShouldBe(["FlowFunctionsAlarm", "ThrottledAlarm", "DeadLettersAlarm"]);
        foreach (var (id, alarm) in sums)
        {
            var metrics = alarm["Metrics"]!.AsArray();
            // Ten is the most that CloudWatch takes.
            metrics.Count.ShouldBeInRange(2, 10, id);
            ((string?)metrics[^1]!["Expression"]).ShouldBe(
                string.Join(" + ", metrics.SkipLast(1).Select(metric => $"FILL({metric!["Id"]}, 0)")),
                id
            );
        }
    }

    [Fact]
    public void Whatever_a_call_invokes_is_watched_for_throttling()
    {
        var watched = s_alarms["ThrottledAlarm"]["Metrics"]!.ToJsonString();
        var ofCalls = Directory
            .EnumerateFiles(Repository.PathOf("src/Steps/Call"), "*Function.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToList();

        ofCalls.Count.ShouldBe(8);
        ofCalls.ShouldAllBe(function => watched.Contains($"{{\"Ref\":\"{function}\"}}", StringComparison.Ordinal));
        watched.ShouldContain("ExecutionThrottled");
    }

    [Fact]
    public void Every_queue_of_dead_letters_is_watched_for_one_message()
    {
        var alarm = s_alarms["DeadLettersAlarm"];
        var watched = alarm["Metrics"]!.ToJsonString();

        ((int)alarm["Threshold"]!).ShouldBe(1);
        DeployedTemplate
            .OfType(s_template, "AWS::SQS::Queue")
            .ShouldAllBe(queue => watched.Contains($"[\"{queue.Key}\",\"QueueName\"]", StringComparison.Ordinal));
    }

    /// <summary>Step Functions has no metric for it: the machine's log is counted, which it writes for errors alone.</summary>
    [Fact]
    public void Heartbeats_that_were_lost_are_counted_in_the_log_of_calls()
    {
        var filter = s_template["Resources"]!["CallStateMachineTimeouts"]!["Properties"]!;

        ((string?)filter["LogGroupName"]!["Ref"]).ShouldBe("CallStateMachineLogs");
        ((string?)filter["FilterPattern"]).ShouldBe("{ $.type = \"TaskTimedOut\" }");
        ((string?)filter["MetricTransformations"]![0]!["MetricName"]).ShouldBe(
            (string?)s_alarms["HeartbeatsLostAlarm"]["MetricName"]
        );
    }
}
