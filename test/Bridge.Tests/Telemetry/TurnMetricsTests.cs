using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Logging;
using SonicBridge.Bridge.Telemetry;

namespace SonicBridge.Bridge.Tests.Telemetry;

public sealed class TurnMetricsTests
{
    [Fact]
    public void A_turn_is_a_line_that_CloudWatch_takes_for_metrics()
    {
        using var output = new MemoryStream();
        using var lines = new JsonLines(output, new FakeTimeProvider());
        var turn = new TurnMetrics
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(1764000000123),
            TimeToFirstPrompt = TimeSpan.FromMilliseconds(1840.4),
            Interruptions = 2,
            LostBlocks = 7,
        };
        lines
            .CreateLogger("Call")
            .Log(LogLevel.Information, new EventId(0, "Turn"), turn, null, static (_, _) => "A turn is over.");

        using var line = JsonDocument.Parse(output.ToArray().AsMemory());
        var root = line.RootElement;
        root.GetProperty("event").GetString().ShouldBe("Turn");
        var aws = root.GetProperty("_aws");
        aws.GetProperty("Timestamp").GetInt64().ShouldBe(1764000000123);
        var set = aws.GetProperty("CloudWatchMetrics").EnumerateArray().ShouldHaveSingleItem();
        set.GetProperty("Namespace").GetString().ShouldBe("SonicBridge");
        set.GetProperty("Dimensions").GetRawText().ShouldBe("[[]]");
        var named = set.GetProperty("Metrics")
            .EnumerateArray()
            .ToDictionary(
                metric => metric.GetProperty("Name").GetString()!,
                metric =>
                    (
                        metric.GetProperty("Unit").GetString(),
                        root.GetProperty(metric.GetProperty("Name").GetString()!).GetDouble()
                    )
            );
        named.ShouldBe(
            new Dictionary<string, (string?, double)>
            {
                ["TimeToFirstPrompt"] = ("Milliseconds", 1840),
                ["Interruptions"] = ("Count", 2),
                ["Renewals"] = ("Count", 0),
                ["Relaunches"] = ("Count", 0),
                ["LostBlocks"] = ("Count", 7),
            },
            ignoreOrder: true
        );
    }
}
