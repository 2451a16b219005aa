using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.Tests.Ecs;

/// <summary>An instance that EC2 takes back: found by its id, drained, and replaced by another.</summary>
public sealed class SpotTests
{
    [Fact]
    public async Task After_its_instance_is_drained_a_task_runs_on_and_the_next_is_placed_elsewhere()
    {
        await using var ecs = await AnEcs.With();
        var before = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();
        await ecs.NextLine();
        var warning = JsonNode.Parse(ecs.Service.SpotWarningOf(ecs.Clock.GetUtcNow()).Span)!;
        var id = warning["detail"]!["instance-id"]!.ToString();

        var found = await ecs.Call("ListContainerInstances", Query($"ec2InstanceId in ['{id}']"));
        var instance = found["containerInstanceArns"]!.AsArray().ShouldHaveSingleItem()!.ToString();
        await ecs.Call(
            "UpdateContainerInstancesState",
            new JsonObject
            {
                ["cluster"] = "nova-sonic-ecs-cluster",
                ["containerInstances"] = new JsonArray(instance),
                ["status"] = "DRAINING",
            }
        );
        var after = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();

        warning["detail-type"]!.ToString().ShouldBe("EC2 Spot Instance Interruption Warning");
        (await TasksOn(ecs, instance)).ShouldBe([before]);
        (await ecs.Describe(before))["lastStatus"]!.ToString().ShouldBe("RUNNING");
        (await ecs.Describe(after))["containerInstanceArn"]!.ToString().ShouldNotBe(instance);
    }

    [Fact]
    public async Task A_query_that_is_not_known_here_is_refused_with_what_is()
    {
        await using var ecs = await AnEcs.With();

        var refused = await ecs.Call("ListContainerInstances", Query("agentConnected == true"));

        refused.ToJsonString().ShouldContain("ec2InstanceId in");
    }

    private static JsonObject Query(string filter) =>
        new() { ["cluster"] = "nova-sonic-ecs-cluster", ["filter"] = filter };

    private static async Task<IEnumerable<string>> TasksOn(AnEcs ecs, string instance)
    {
        var listed = await ecs.Call(
            "ListTasks",
            new JsonObject { ["cluster"] = "nova-sonic-ecs-cluster", ["containerInstance"] = instance }
        );
        return listed["taskArns"]!.Deserialize<string[]>()!;
    }
}
