using System.Text.Json;
using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Conversation;

namespace SonicBridge.Bridge.Tests.Configuration;

/// <summary>The task definition keeps what ECS on EC2 asks for, and what the bridge counts on.</summary>
public sealed class TaskDefinitionTests : IDisposable
{
    private readonly JsonDocument _document = JsonDocument.Parse(ProductFile.Read("task-definition.json"));

    private JsonElement Task => _document.RootElement;

    private JsonElement Container => Task.GetProperty("containerDefinitions").EnumerateArray().Single();

    [Fact]
    public void Runs_on_EC2_in_bridge_mode()
    {
        Text(Task, "family").ShouldBe("nova-sonic-bridge");
        Task.GetProperty("requiresCompatibilities").EnumerateArray().Single().GetString().ShouldBe("EC2");
        Text(Task, "networkMode").ShouldBe("bridge");
    }

    [Fact]
    public void Many_fit_on_one_instance_since_no_port_of_the_host_is_fixed()
    {
        var port = Container.GetProperty("portMappings").EnumerateArray().Single();
        port.GetProperty("hostPort").GetInt32().ShouldBe(0);
        port.GetProperty("containerPort").GetInt32().ShouldBe(BridgeConfiguration.DefaultHealthPort);
    }

    [Fact]
    public void Container_has_the_name_by_which_launch_bridge_overrides_its_environment() =>
        Text(Container, "name").ShouldBe("bridge");

    [Fact]
    public void Health_check_needs_no_shell() =>
        Container
            .GetProperty("healthCheck")
            .GetProperty("command")
            .EnumerateArray()
            .Select(part => part.GetString())
            .ShouldBe(["CMD", "/app/bridge", "health"]);

    [Fact]
    public void Health_check_keeps_within_the_limits_of_ECS()
    {
        var check = Container.GetProperty("healthCheck");
        check.GetProperty("interval").GetInt32().ShouldBeInRange(5, 300);
        check.GetProperty("timeout").GetInt32().ShouldBeInRange(2, 60);
        check.GetProperty("retries").GetInt32().ShouldBeInRange(1, 10);
        check.GetProperty("startPeriod").GetInt32().ShouldBeInRange(0, 300);
    }

    [Fact]
    public void Nothing_can_be_written_gained_or_run_as_root()
    {
        Container.GetProperty("readonlyRootFilesystem").GetBoolean().ShouldBeTrue();
        Container.GetProperty("privileged").GetBoolean().ShouldBeFalse();
        Text(Container, "user").ShouldNotBe("0");
        Container
            .GetProperty("linuxParameters")
            .GetProperty("capabilities")
            .GetProperty("drop")[0]
            .GetString()
            .ShouldBe("ALL");
    }

    [Fact]
    public void Farewell_has_time_between_SIGTERM_and_SIGKILL()
    {
        var limits = new CallLimits();
        // Grace for what runs, the playlist beside the model twice, the transcript, the report, and the caller.
        var longest = (2 * limits.Grace) + (3 * limits.Step) + (2 * limits.ModelGoodbye);
        Container.GetProperty("stopTimeout").GetInt32().ShouldBe(120);
        longest.ShouldBeLessThan(TimeSpan.FromSeconds(120) / 2);
    }

    [Fact]
    public void Memory_is_limited_well_above_what_a_call_takes_and_reserved_just_above()
    {
        // A call takes some 30 MB, flat for as long as it lasts.
        Container.GetProperty("memoryReservation").GetInt32().ShouldBeInRange(32, 64);
        Container.GetProperty("memory").GetInt32().ShouldBeInRange(96, 256);
        // A call takes some 0.5 % of a CPU; shares for six times as much leave room for its start.
        Container.GetProperty("cpu").GetInt32().ShouldBe(32);
    }

    [Fact]
    public void Logs_go_to_the_group_that_the_template_makes_and_never_block_the_call()
    {
        var log = Container.GetProperty("logConfiguration");
        Text(log, "logDriver").ShouldBe("awslogs");
        Text(log.GetProperty("options"), "awslogs-group").ShouldBe("/ecs/nova-sonic-bridge");
        Text(log.GetProperty("options"), "awslogs-stream-prefix").ShouldNotBeNullOrEmpty();
        Text(log.GetProperty("options"), "mode").ShouldBe("non-blocking");
    }

    [Fact]
    public void Environment_is_one_that_the_bridge_takes()
    {
        var environment = Container
            .GetProperty("environment")
            .EnumerateArray()
            .ToDictionary(pair => Text(pair, "name")!, pair => Text(pair, "value")!);
        environment["CALL_FOLDER"] = "s3://bucket/calls/5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e/";
        environment["BRIDGE_GENERATION"] = "1";
        var asked = new HashSet<string>();
        BridgeConfiguration
            .TryRead(
                name =>
                {
                    asked.Add(name);
                    return environment.GetValueOrDefault(name);
                },
                out _,
                out var problems
            )
            .ShouldBeTrue(string.Join(' ', problems));
        environment.Keys.Except(asked).ShouldBeEmpty();
    }

    public void Dispose() => _document.Dispose();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
