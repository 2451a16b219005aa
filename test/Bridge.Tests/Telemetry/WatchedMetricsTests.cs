using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Local.Call;

namespace SonicBridge.Bridge.Tests.Telemetry;

/// <summary>
/// CloudWatch shows nothing, and says so of nothing, where an alarm or a graph names a metric that nobody writes: each of
/// namespace SonicBridge is one that a bridge writes, or a log is counted for, with the same dimensions.
/// </summary>
public sealed class WatchedMetricsTests
{
    private const string Namespace = "SonicBridge";

    private static readonly JsonObject s_resources = Parse("serverless.template")["Resources"]!.AsObject();

    [Fact]
    public void Alarms_look_at_what_is_written() => OfAlarms().ToList().ShouldBeSubsetOf(Written());

    [Fact]
    public void The_dashboard_shows_all_that_is_written_and_nothing_else() =>
        OnDashboard().Distinct().ShouldBe(Written(), ignoreOrder: true);

    private static List<string> Written() => [.. ByBridges(), .. FromLogs()];

    private static IEnumerable<string> ByBridges()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            new TurnMetrics
            {
                At = DateTimeOffset.UnixEpoch,
                TimeToFirstPrompt = TimeSpan.FromSeconds(2),
                ModelLatency = TimeSpan.FromSeconds(1),
            }.WriteTo(json);
            json.WriteEndObject();
        }

        return from set in JsonNode.Parse(output.ToArray())!["_aws"]!["CloudWatchMetrics"]!.AsArray()
            from dimensions in set["Dimensions"]!.AsArray()
            from metric in set["Metrics"]!.AsArray()
            select Name((string)set["Namespace"]!, (string)metric["Name"]!, dimensions.AsArray());
    }

    private static IEnumerable<string> FromLogs() =>
        from filter in OfType("AWS::Logs::MetricFilter")
        from metric in filter["MetricTransformations"]!.AsArray()
        select Name(
            (string)metric["MetricNamespace"]!,
            (string)metric["MetricName"]!,
            (metric["Dimensions"]?.AsArray() ?? []).Select(dimension => dimension!["Key"])
        );

    private static IEnumerable<string> OfAlarms() =>
        from alarm in OfType("AWS::CloudWatch::Alarm")
        from metric in alarm["Metrics"] is JsonArray many
            ? many.Select(one => one!["MetricStat"]?["Metric"]).OfType<JsonNode>()
            : [alarm]
        where (string?)metric["Namespace"] == Namespace
        select Name(
            Namespace,
            (string)metric["MetricName"]!,
            (metric["Dimensions"]?.AsArray() ?? []).Select(dimension => dimension!["Name"])
        );

    private static IEnumerable<string> OnDashboard() =>
        from widget in Parse("infrastructure/dashboard.json")["widgets"]!.AsArray()
        from metric in widget["properties"]!["metrics"]?.AsArray() ?? []
        let names = metric.AsArray().OfType<JsonValue>().ToList()
        where names.Count > 0 && (string?)names[0] == Namespace
        select Name(Namespace, (string)names[1]!, names.Skip(2).Where(static (_, index) => index % 2 == 0));

    private static IEnumerable<JsonNode> OfType(string type) =>
        s_resources
            .Where(resource => (string?)resource.Value!["Type"] == type)
            .Select(resource => resource.Value!["Properties"]!);

    private static string Name(string space, string name, IEnumerable<JsonNode?> dimensions) =>
        $"{space} {name} [{string.Join(' ', dimensions.Select(dimension => (string?)dimension))}]";

    private static JsonNode Parse(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Join(Product.Built.Repository, file)))!;
}
