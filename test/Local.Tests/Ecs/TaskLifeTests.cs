using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.Tests.Ecs;

public sealed class TaskLifeTests
{
    [Fact]
    public async Task Overrides_are_stronger_than_the_host_and_the_host_than_the_definition()
    {
        await using var ecs = await AnEcs.With();

        await ecs.Run(("overrides", Override(AnEcs.Variable("CALL_FOLDER", "override"))));

        var variables = JsonSerializer.Deserialize<Dictionary<string, string>>(await ecs.NextLine())!;
        variables["FROM"].ShouldBe("definition");
        variables["AWS_REGION"].ShouldBe("host");
        variables["CALL_FOLDER"].ShouldBe("override");
    }

    [Fact]
    public async Task Task_runs_from_pending_to_running()
    {
        await using var ecs = await AnEcs.With();

        var answer = await ecs.Run(("startedBy", "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e"));
        await ecs.NextLine();

        answer["failures"]!.AsArray().ShouldBeEmpty();
        var accepted = answer["tasks"]![0]!;
        accepted["desiredStatus"]!.ToString().ShouldBe("RUNNING");
        accepted["group"]!.ToString().ShouldBe("family:nova-sonic-bridge");
        var running = await ecs.Describe(accepted["taskArn"]!.ToString());
        running["lastStatus"]!.ToString().ShouldBe("RUNNING");
        running["startedBy"]!.ToString().ShouldBe("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");
        ((decimal)running["startedAt"]!).ShouldBe(ecs.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000m);
        running["containers"]![0]!["lastStatus"]!.ToString().ShouldBe("RUNNING");
    }

    [Theory]
    [InlineData("exit:0", 0)]
    [InlineData("exit:3", 3)]
    public async Task End_of_the_container_ends_the_task_with_its_exit_code(string order, int code)
    {
        await using var ecs = await AnEcs.With(order);

        await ecs.Run(("overrides", Override(AnEcs.Variable("BRIDGE_GENERATION", "2"))));
        var change = await ecs.NextEvent();

        change["source"]!.ToString().ShouldBe("aws.ecs");
        change["detail-type"]!.ToString().ShouldBe("ECS Task State Change");
        var detail = change["detail"]!;
        change["resources"]![0]!.ToString().ShouldBe(detail["taskArn"]!.ToString());
        detail["lastStatus"]!.ToString().ShouldBe("STOPPED");
        detail["stopCode"]!.ToString().ShouldBe("EssentialContainerExited");
        detail["stoppedReason"]!.ToString().ShouldBe("Essential container in task exited");
        ((int)detail["containers"]![0]!["exitCode"]!).ShouldBe(code);
        detail["overrides"]!["containerOverrides"]![0]!["environment"]![0]!["value"]!.ToString().ShouldBe("2");
        detail["stoppedAt"]!.ToString().ShouldEndWith("Z", Case.Sensitive, "the event tells time in ISO 8601");
    }

    [Fact]
    public async Task Kill_from_outside_is_seen_at_once()
    {
        await using var ecs = await AnEcs.With();
        await ecs.Run();
        await ecs.NextLine();
        using var process = Process.GetProcessById(ecs.Service.Tasks.Single().ProcessIds.Single());

        process.Kill();
        var detail = (await ecs.NextEvent())["detail"]!;

        ((int)detail["containers"]![0]!["exitCode"]!).ShouldBe(137);
        detail["stopCode"]!.ToString().ShouldBe("EssentialContainerExited");
    }

    [Fact]
    public async Task Stopped_task_ends_in_its_own_way()
    {
        await using var ecs = await AnEcs.With();
        var arn = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();
        await ecs.NextLine();

        var answer = await ecs.Stop(arn, "Superseded by another generation");
        var detail = (await ecs.NextEvent())["detail"]!;

        answer["task"]!["desiredStatus"]!.ToString().ShouldBe("STOPPED");
        (await ecs.NextLine()).ShouldBe("asked to stop");
        detail["stopCode"]!.ToString().ShouldBe("UserInitiated");
        detail["stoppedReason"]!.ToString().ShouldBe("Superseded by another generation");
        ((int)detail["containers"]![0]!["exitCode"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Task_that_does_not_stop_is_killed_after_its_stop_timeout()
    {
        await using var ecs = await AnEcs.With("stubborn", stopTimeout: 120);
        var arn = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();
        await ecs.NextLine();

        await ecs.Stop(arn, "enough");
        (await ecs.NextLine()).ShouldBe("asked to stop");
        ecs.Clock.Advance(TimeSpan.FromSeconds(119));
        (await ecs.Describe(arn))["lastStatus"]!.ToString().ShouldBe("RUNNING");
        ecs.Clock.Advance(TimeSpan.FromSeconds(1));

        ((int)(await ecs.NextEvent())["detail"]!["containers"]![0]!["exitCode"]!).ShouldBe(137);
    }

    [Fact]
    public async Task Executable_that_is_not_there_is_a_task_that_failed_to_start()
    {
        await using var ecs = await AnEcs.With(options: static options =>
            options with
            {
                Executables = new Dictionary<string, string> { ["bridge"] = "/no/such/bridge" },
            }
        );

        (await ecs.Run())["tasks"]!.AsArray().Count.ShouldBe(1);
        var detail = (await ecs.NextEvent())["detail"]!;

        detail["stopCode"]!.ToString().ShouldBe("TaskFailedToStart");
        detail["stoppedReason"]!.ToString().ShouldContain("'/no/such/bridge' is not there: build it first.");
        detail["startedAt"].ShouldBeNull("it never ran");
    }

    [Fact]
    public async Task No_process_is_left_when_the_service_is_closed()
    {
        var ecs = await AnEcs.With("stubborn");
        await ecs.Run();
        await ecs.NextLine();
        using var process = Process.GetProcessById(ecs.Service.Tasks.Single().ProcessIds.Single());

        await ecs.DisposeAsync();

        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    private static JsonObject Override(params JsonObject[] variables) =>
        new()
        {
            ["containerOverrides"] = new JsonArray(
                new JsonObject { ["name"] = "bridge", ["environment"] = new JsonArray([.. variables]) }
            ),
        };
}
