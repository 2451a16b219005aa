using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Health;
using SonicBridge.Local.Processes;

namespace SonicBridge.Bridge.Tests.Health;

public sealed class StandbyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Standby_bridge_knows_no_call_is_healthy_and_ends_when_ECS_stops_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var lines = Channel.CreateUnbounded<string>();
        using var bridge = ChildProcess.Start(
            new ProcessRecipe(
                Path.Combine(AppContext.BaseDirectory, "bridge.dll"),
                ["standby"],
                new Dictionary<string, string> { ["BRIDGE_HEALTH_PORT"] = "0" }
            ),
            line => lines.Writer.TryWrite(line)
        );
        using var listening = JsonDocument.Parse(await lines.Reader.ReadAsync(Cancelled));
        var port = listening.RootElement.GetProperty("port").GetInt32();

        var (healthy, said) = await HealthProbe.AskAsync(port);
        bridge.Terminate();

        healthy.ShouldBeTrue();
        said.ShouldBe("""{"healthy":true,"phase":"standby","secondsSinceHeartbeat":0}""");
        (await bridge.Exited.WaitAsync(Cancelled)).ShouldBe(0);
        (await HealthProbe.AskAsync(port)).Said.ShouldBe($"No bridge answers on port {port}.");
    }

    [Fact]
    public async Task Port_that_is_taken_leaves_a_standby_bridge_nothing_to_do()
    {
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();
        using var log = new MemoryStream();

        var exitCode = await Standby.RunAsync(
            ((IPEndPoint)taken.LocalEndpoint).Port,
            log,
            new FakeTimeProvider(),
            Cancelled
        );

        exitCode.ShouldBe(1);
        JsonDocument.Parse(log.ToArray()).RootElement.GetProperty("event").GetString().ShouldBe("HealthPortTaken");
    }
}
