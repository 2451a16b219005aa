using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Template;

namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>A standby bridge is the image that carries calls, on each instance, behind the load balancer.</summary>
public sealed class StandbyTests
{
    private static readonly JsonNode s_task = EcsStack.Properties("StandbyTask");
    private static readonly JsonNode s_container = s_task["ContainerDefinitions"]!.AsArray().ShouldHaveSingleItem()!;

    [Fact]
    public void It_runs_the_image_of_the_calls_by_a_command_that_the_bridge_knows()
    {
        s_container["Image"]!.ToJsonString().ShouldBe("""{"Ref":"ImageUri"}""");
        s_container["Command"]!.ToJsonString().ShouldBe("""["standby"]""");
        Repository.Read("bridge/BridgeCommand.cs").ShouldContain("""case ["standby"]:""");
        Repository.Read("bridge/Dockerfile").ShouldContain("ENTRYPOINT [\"/app/bridge\"]");
    }

    [Fact]
    public void It_is_shut_in_and_checked_as_a_bridge_with_a_call_is()
    {
        var bridge = DeployedTemplate.Parse("bridge/task-definition.json")["containerDefinitions"]![0]!;

        foreach (
            var name in new[]
            {
                "Name",
                "ReadonlyRootFilesystem",
                "Privileged",
                "User",
                "LinuxParameters",
                "DockerSecurityOptions",
                "PortMappings",
                "HealthCheck",
            }
        )
        {
            JsonNode
                .DeepEquals(CamelCase(s_container[name]), bridge[JsonNamingPolicy.CamelCase.ConvertName(name)])
                .ShouldBeTrue(name);
        }
    }

    [Fact]
    public void It_takes_less_of_an_instance_than_a_call_does()
    {
        var bridge = DeployedTemplate.Parse("bridge/task-definition.json")["containerDefinitions"]![0]!;

        ((int)s_container["Cpu"]!).ShouldBeLessThan((int)bridge["cpu"]!);
        ((int)s_container["Memory"]!).ShouldBeLessThan((int)bridge["memory"]!);
        ((int)s_container["MemoryReservation"]!).ShouldBeLessThan((int)bridge["memoryReservation"]!);
    }

    [Fact]
    public void There_is_one_on_each_instance_and_a_deployment_that_cannot_start_gives_up()
    {
        var service = EcsStack.Properties("StandbyService");

        ((string?)service["SchedulingStrategy"]).ShouldBe("DAEMON");
        // A daemon takes no part in managed scaling: a strategy would count it as a call.
        ((string?)service["LaunchType"]).ShouldBe("EC2");
        service["CapacityProviderStrategy"].ShouldBeNull();
        service["DesiredCount"].ShouldBeNull();
        ((bool)service["DeploymentConfiguration"]!["DeploymentCircuitBreaker"]!["Enable"]!).ShouldBeTrue();
        EcsStack.Read()["Resources"]!["StandbyService"]!["DependsOn"]!
            .ToJsonString()
            .ShouldBe("""["StandbyListener","ClusterCapacity"]""");
    }

    [Fact]
    public void The_load_balancer_asks_each_for_its_health_where_Docker_put_its_port()
    {
        var target = EcsStack.Properties("StandbyService")["LoadBalancers"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)target["ContainerName"]).ShouldBe((string?)s_container["Name"]);
        ((int)target["ContainerPort"]!).ShouldBe((int)s_container["PortMappings"]![0]!["ContainerPort"]!);
        target["TargetGroupArn"]!.ToJsonString().ShouldBe("""{"Ref":"StandbyTargets"}""");

        var targets = EcsStack.Properties("StandbyTargets");
        ((string?)targets["TargetType"]).ShouldBe("instance");
        ((string?)targets["HealthCheckPort"]).ShouldBe("traffic-port");
        ((string?)targets["HealthCheckPath"]).ShouldBe("/health");
        ((int)targets["HealthCheckTimeoutSeconds"]!).ShouldBeLessThan((int)targets["HealthCheckIntervalSeconds"]!);
        ((string?)targets["TargetGroupAttributes"]![0]!["Key"]).ShouldBe("deregistration_delay.timeout_seconds");
        int.Parse((string)targets["TargetGroupAttributes"]![0]!["Value"]!).ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void It_logs_where_the_template_keeps_logs_and_never_waits_for_them()
    {
        var options = s_container["LogConfiguration"]!["Options"]!;

        options["awslogs-group"]!.ToJsonString().ShouldBe("""{"Ref":"StandbyLogs"}""");
        ((string?)options["mode"]).ShouldBe("non-blocking");
        ((string?)EcsStack.Properties("StandbyLogs")["LogGroupName"]).ShouldBe("/ecs/nova-sonic-standby");
    }

    /// <summary>CloudFormation writes in Pascal case what ECS reads in camel case.</summary>
    private static JsonNode? CamelCase(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.Select(member =>
                    KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), CamelCase(member.Value))
                )
            ),
            JsonArray a => new JsonArray([.. a.Select(CamelCase)]),
            _ => node?.DeepClone(),
        };
}
