using System.Text.Json.Nodes;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Ecs;

/// <summary>The <c>aws</c> command line against the local ECS, where it is installed.</summary>
public sealed class AwsCliTests
{
    private const string Cluster = "nova-sonic-ecs-cluster";

    [Fact]
    public async Task Task_is_run_listed_described_and_stopped()
    {
        await using var ecs = await AnEcs.With();

        var run = await EcsAsync(
            ecs,
            "run-task",
            "--task-definition",
            "nova-sonic-bridge",
            "--launch-type",
            "EC2",
            "--started-by",
            "call-1",
            "--overrides",
            """{"containerOverrides":[{"name":"bridge","environment":[{"name":"FROM","value":"overrides"}]}]}"""
        );
        var arn = run["tasks"]![0]!["taskArn"]!.ToString();
        var told = await ecs.NextLine();
        var list = await EcsAsync(ecs, "list-tasks", "--started-by", "call-1");
        var running = await EcsAsync(ecs, "describe-tasks", "--tasks", arn, "no-such-task");
        await EcsAsync(ecs, "stop-task", "--task", arn, "--reason", "enough");
        await ecs.NextEvent();
        var stopped = await EcsAsync(ecs, "describe-tasks", "--tasks", arn);

        told.ShouldContain("overrides");
        list["taskArns"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe(arn);
        running["tasks"]![0]!["lastStatus"]!.ToString().ShouldBe("RUNNING");
        running["failures"]![0]!["reason"]!.ToString().ShouldBe("MISSING");
        stopped["tasks"]![0]!["stoppedReason"]!.ToString().ShouldBe("enough");
        stopped["tasks"]![0]!["stoppedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Lack_of_room_is_a_failure_in_an_answer_that_succeeds()
    {
        await using var ecs = await AnEcs.With(options: static options => options with { Memory = 0 });

        var run = await EcsAsync(ecs, "run-task", "--task-definition", "nova-sonic-bridge", "--launch-type", "EC2");

        run["tasks"]!.AsArray().ShouldBeEmpty();
        run["failures"]![0]!["reason"]!.ToString().ShouldBe("RESOURCE:MEMORY");
    }

    [Fact]
    public async Task Definition_and_cluster_are_described_and_an_unknown_cluster_is_an_error()
    {
        await using var ecs = await AnEcs.With();

        var definition = await AwsCli.RunAsync(
            ecs.Door,
            "ecs",
            "describe-task-definition",
            "--task-definition",
            "nova-sonic-bridge",
            "--query",
            "taskDefinition.containerDefinitions[0].name",
            "--output",
            "text"
        );
        var clusters = await AwsCli.RunAsync(
            ecs.Door,
            "ecs",
            "describe-clusters",
            "--clusters",
            Cluster,
            "--output",
            "json"
        );
        var refused = await AwsCli.FailAsync(ecs.Door, "ecs", "list-tasks", "--cluster", "another");

        definition.Trim().ShouldBe("bridge");
        JsonNode.Parse(clusters)!["clusters"]![0]!["status"]!.ToString().ShouldBe("ACTIVE");
        refused.ShouldContain("ClusterNotFoundException");
    }

    private static async Task<JsonNode> EcsAsync(AnEcs ecs, string operation, params string[] arguments) =>
        JsonNode.Parse(
            await AwsCli.RunAsync(ecs.Door, ["ecs", operation, "--cluster", Cluster, .. arguments, "--output", "json"])
        )!;
}
