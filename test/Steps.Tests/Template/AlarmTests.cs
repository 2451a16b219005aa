using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>An engineer hears of what callers notice.</summary>
public sealed partial class AlarmTests
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

    /// <summary>A metric that nobody writes would never raise an alarm.</summary>
    [Fact]
    public void What_bridges_measure_is_what_the_alarms_look_at()
    {
        var written = MetricOfATurn()
            .Matches(Repository.Read("bridge/Telemetry/TurnMetrics.cs"))
            .Select(match => match.Groups["name"].Value);
        var watched = s_alarms
            .Values.Where(alarm => (string?)alarm["Namespace"] == "SonicBridge")
            .Select(alarm => (string?)alarm["MetricName"]);

        watched.ShouldBeSubsetOf(written);
        Repository.Read("bridge/Telemetry/TurnMetrics.cs").ShouldContain("\"SonicBridge\"u8");
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

    [GeneratedRegex(@"nameof\((?<name>\w+)\), (Milliseconds|Count)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetricOfATurn();
}
