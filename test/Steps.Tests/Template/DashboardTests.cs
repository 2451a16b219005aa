using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>The dashboard shows what the alarms look at, and what an engineer asks next.</summary>
public sealed partial class DashboardTests
{
    private const string File = "infrastructure/dashboard.json";

    private static readonly JsonObject s_template = DeployedTemplate.Read();
    private static readonly string s_text = Repository.Read(File);

    private static readonly List<JsonNode> s_widgets =
    [
        .. JsonNode.Parse(s_text)!["widgets"]!.AsArray().Select(widget => widget!),
    ];

    private static readonly Dictionary<string, JsonNode> s_alarms = DeployedTemplate
        .OfType(s_template, "AWS::CloudWatch::Alarm")
        .ToDictionary(alarm => alarm.Key, alarm => alarm.Value!["Properties"]!);

    [Fact]
    public void It_is_deployed_and_names_what_the_template_has()
    {
        DeployedTemplate.Substitutions.ShouldContain(("$.Resources.Dashboard.Properties.DashboardBody.Fn::Sub", File));
        Placeholder()
            .Matches(s_text)
            .Select(match => match.Groups["id"].Value)
            .Where(id => !id.StartsWith("AWS::", StringComparison.Ordinal))
            .ShouldAllBe(id =>
                s_template["Resources"]!.AsObject().ContainsKey(id)
                || s_template["Parameters"]!.AsObject().ContainsKey(id)
            );
    }

    [Theory]
    [InlineData("AWS/States ExecutionsStarted Sum")]
    [InlineData("AWS/States ExecutionsFailed Sum")]
    [InlineData("ECS/ContainerInsights TaskCount Average")]
    [InlineData("AWS/Lambda ConcurrentExecutions Maximum")]
    [InlineData("SonicBridge TimeToFirstPrompt p50")]
    [InlineData("SonicBridge TimeToFirstPrompt p95")]
    [InlineData("SonicBridge ModelLatency p50")]
    [InlineData("SonicBridge ModelLatency p95")]
    [InlineData("SonicBridge Interruptions Sum")]
    [InlineData("SonicBridge Renewals Sum")]
    [InlineData("SonicBridge Relaunches Sum")]
    [InlineData("SonicBridge HeartbeatsLost Sum")]
    [InlineData("SonicBridge LostBlocks Sum")]
    [InlineData("AWS/Lambda Throttles Sum")]
    [InlineData("AWS/States ExecutionThrottled Sum")]
    [InlineData("AWS/Lambda Errors Sum")]
    [InlineData("AWS/ECS CPUReservation Maximum")]
    [InlineData("AWS/ECS MemoryReservation Maximum")]
    [InlineData("AWS/SQS ApproximateNumberOfMessagesVisible Maximum")]
    public void What_tells_how_calls_fare_is_shown(string metric) =>
        Shown().Select(one => one.Metric).ShouldContain(metric);

    [Fact]
    public void What_an_alarm_looks_at_is_shown_for_the_same_resource()
    {
        var shown = Shown().Select(one => one.Series).ToHashSet(StringComparer.Ordinal);
        var watched = s_alarms.Values.SelectMany(alarm =>
            alarm["Metrics"] is JsonArray metrics
                ? metrics.Select(metric => metric!["MetricStat"]?["Metric"]).OfType<JsonNode>()
                : [alarm]
        );

        watched.Select(SeriesOf).ShouldBeSubsetOf(shown);
    }

    [Fact]
    public void Every_alarm_has_its_light()
    {
        var lights = s_widgets.Single(widget => (string?)widget["type"] == "alarm")["properties"]!["alarms"]!.AsArray();

        lights
            .Select(light => (string)light!)
            .ShouldBe(
                s_alarms.Values.Select(alarm =>
                    $"arn:${{AWS::Partition}}:cloudwatch:${{AWS::Region}}:${{AWS::AccountId}}:alarm:{alarm["AlarmName"]}"
                )
            );
    }

    [Fact]
    public void A_line_is_where_its_alarm_sounds()
    {
        var lines = s_widgets.SelectMany(widget =>
            widget["properties"]!["annotations"]?["horizontal"]?.AsArray() ?? []
        );

        lines
            .Select(line => $"{line!["label"]}: {line["value"]}")
            .ShouldBe(
                [
                    "nova-sonic-answers-slow: 5000",
                    "nova-sonic-bridges-lost: 3",
                    "nova-sonic-launches-failing: 3",
                    "nova-sonic-voice-lost: 100",
                ],
                ignoreOrder: true
            );
        foreach (var line in lines)
        {
            var alarm = s_alarms.Values.Single(one => (string?)one["AlarmName"] == (string?)line!["label"]);
            alarm["Threshold"]!.ToJsonString().ShouldBe(line!["value"]!.ToJsonString());
        }
    }

    [Fact]
    public void No_widget_hides_another()
    {
        var cells = s_widgets
            .SelectMany(widget =>
                from x in Enumerable.Range((int)widget["x"]!, (int)widget["width"]!)
                from y in Enumerable.Range((int)widget["y"]!, (int)widget["height"]!)
                select (x, y)
            )
            .ToList();

        cells.ShouldBeUnique();
        cells.Max(cell => cell.x).ShouldBeLessThan(24, "A dashboard has 24 columns.");
        s_widgets.Count.ShouldBeLessThan(500, "A dashboard takes no more.");
    }

    private static IEnumerable<(string Metric, string Series)> Shown() =>
        from widget in s_widgets
        where (string?)widget["type"] == "metric"
        from metric in widget["properties"]!["metrics"]!.AsArray()
        let names = metric!.AsArray().OfType<JsonValue>().Select(name => (string)name!).ToList()
        where names.Count > 0
        let options = metric.AsArray().OfType<JsonObject>().SingleOrDefault()
        let stat = (string?)(options?["stat"] ?? widget["properties"]!["stat"])
        select ($"{names[0]} {names[1]} {stat}", string.Join(' ', names));

    /// <summary>A metric of an alarm as the dashboard writes it.</summary>
    private static string SeriesOf(JsonNode metric) =>
        string.Join(
            ' ',
            (metric["Dimensions"]?.AsArray() ?? [])
                .SelectMany(dimension => new[] { (string)dimension!["Name"]!, Placed(dimension["Value"]!) })
                .Prepend((string)metric["MetricName"]!)
                .Prepend((string)metric["Namespace"]!)
        );

    private static string Placed(JsonNode value) =>
        value["Ref"] is { } id ? $"${{{id}}}" : $"${{{value["Fn::GetAtt"]![0]}.{value["Fn::GetAtt"]![1]}}}";

    [GeneratedRegex(@"\$\{(?<id>[\w:]+)(\.\w+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
