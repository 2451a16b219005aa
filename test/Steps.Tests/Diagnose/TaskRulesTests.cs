using SonicBridge.Steps.Diagnose;

namespace SonicBridge.Steps.Tests.Diagnose;

public sealed class TaskRulesTests
{
    [Fact]
    public void A_deployment_and_a_call_that_are_well_give_no_finding()
    {
        TaskRules.Judge(Seen.Well).ShouldBeEmpty();
        TaskRules.Judge(Seen.WellCall).ShouldBeEmpty();
    }

    [Fact]
    public void A_cluster_that_cannot_run_bridges_is_found() =>
        Only(Seen.Well with { Cluster = new ClusterState("c", null, "The cluster c is not there.") })
            .Evidence.ShouldBe("The cluster c is not there.");

    [Fact]
    public void A_task_that_ECS_does_not_know_is_found() =>
        Only(Seen.Well with { MissingTask = Seen.TaskArn }).Mend.ShouldContain("contact id");

    [Theory]
    [InlineData(
        137,
        "EssentialContainerExited",
        "OutOfMemoryError: killed",
        "more memory",
        "Raise the container's memory."
    )]
    [InlineData(
        137,
        "EssentialContainerExited",
        "Essential container in task exited",
        "was killed",
        "raise the container's memory"
    )]
    [InlineData(
        1,
        "EssentialContainerExited",
        "Essential container in task exited",
        "exit code 1",
        "Its log has the reason"
    )]
    [InlineData(
        139,
        "EssentialContainerExited",
        "exited",
        "segmentation fault",
        "/ecs/nova-sonic-bridge, stream call/bridge/" + Seen.TaskId
    )]
    [InlineData(
        null,
        "TaskFailedToStart",
        "CannotPullContainerError: no basic auth",
        "could not pull",
        "execution role"
    )]
    [InlineData(
        null,
        "TaskFailedToStart",
        "TaskFailedToStart: RESOURCE:MEMORY",
        "no instance with room",
        "capacity provider"
    )]
    [InlineData(null, "TerminationNotice", "Host EC2 (instance i-1) terminated.", "EC2 instance", "Auto Scaling group")]
    [InlineData(137, "UserInitiated", "drill", "Somebody stopped", "CloudTrail")]
    public void A_bridge_that_is_lost_is_found(int? exitCode, string code, string reason, string cause, string mend)
    {
        var found = Only(Seen.WellCall.With(Seen.Stopped(exitCode, code, reason)));

        found.Cause.ShouldContain(cause);
        found.Cause.ShouldEndWith(".");
        found.Evidence.ShouldContain(reason.TrimEnd('.'));
        found.Evidence.ShouldContain(Seen.TaskId);
        found.Mend.ShouldContain(mend);
    }

    [Fact]
    public void Bridges_that_were_lost_for_one_reason_are_one_finding()
    {
        var killed = Seen.Stopped(137, "EssentialContainerExited", "exited");

        Only(Seen.Well.With(killed, killed, killed)).Evidence.ShouldEndWith("And 2 more.");
    }

    [Fact]
    public void A_bridge_that_exited_in_order_is_a_loss_only_where_its_call_failed()
    {
        var ended = Seen.Stopped(0, "EssentialContainerExited", "Essential container in task exited");

        TaskRules.Judge(Seen.Well.With(ended)).ShouldBeEmpty();
        TaskRules
            .Judge(Seen.Failed("BridgeStopped: …").With(ended))
            .ShouldContain(found => found.Cause.Contains("without reporting"));
    }

    [Theory]
    [InlineData("PROVISIONING", 31, "waits for an instance")]
    [InlineData("PENDING", 31, "container does not start")]
    [InlineData("ACTIVATING", 31, "container does not start")]
    public void A_bridge_that_has_not_started_for_long_is_found(string status, double seconds, string cause) =>
        Only(Seen.WellCall.With(Seen.Starting(status, seconds))).Cause.ShouldContain(cause);

    [Theory]
    [InlineData("PROVISIONING", 29)]
    [InlineData("RUNNING", 3600)]
    public void A_bridge_that_starts_or_runs_is_well(string status, double seconds) =>
        TaskRules.Judge(Seen.WellCall.With(Seen.Starting(status, seconds))).ShouldBeEmpty();

    [Theory]
    [InlineData("BridgeHasNoRoom: ECS placed no task: RESOURCE:MEMORY.", "had room", "target capacity")]
    [InlineData("BridgeNotLaunched: ECS placed no task: MISSING.", "refused", "task definition")]
    [InlineData("BridgeNotLaunched: … is not authorized to perform ecs:RunTask", "refused", "roles")]
    [InlineData("States.HeartbeatTimeout: no sign of life.", "no sign of life", "Step Functions")]
    [InlineData("States.Timeout: no sign of life.", "no sign of life", "Step Functions")]
    [InlineData("The model ended the session, and again.", "could not do its work", "contact id")]
    [InlineData("The model: AccessDeniedException.", "does not allow", "Amazon Bedrock")]
    [InlineData("", "could not do its work", "contact id")]
    public void A_call_that_failed_is_explained(string detail, string cause, string mend)
    {
        var found = Only(Seen.Failed(detail));

        found.Cause.ShouldContain(cause);
        found.Evidence.ShouldNotBeEmpty();
        found.Mend.ShouldContain(mend);
    }

    [Fact]
    public void An_execution_that_failed_without_an_outcome_tells_itself() =>
        Only(
            Seen.WellCall with
            {
                Bridges = [],
                Call = new CallTrace(
                    true,
                    1,
                    null,
                    new ExecutionTrace("FAILED", Seen.Now, "BridgeHasNoRoom", "RESOURCE:CPU", [])
                ),
            }
        )
            .Evidence.ShouldBe("RESOURCE:CPU");

    [Fact]
    public void A_bridge_that_hangs_is_told_from_one_that_never_came_up() =>
        Only(Seen.Failed("States.HeartbeatTimeout: none.").With(Seen.Starting("RUNNING", 100)))
            .Cause.ShouldContain("runs");

    [Fact]
    public void Errors_that_bridges_logged_are_found_and_warnings_are_not()
    {
        var seen = Seen
            .Well.Logged("/ecs/nova-sonic-bridge", "It broke.")
            .Logged("/ecs/nova-sonic-bridge", "It broke again.");

        Only(seen).Evidence.ShouldBe("/ecs/nova-sonic-bridge: It broke again. And 1 more.");
        TaskRules.Judge(Seen.Well.Logged("/ecs/nova-sonic-bridge", "Hm.", "warning")).ShouldBeEmpty();
    }

    [Fact]
    public void Calls_that_failed_lately_are_found() =>
        Only(Seen.Well with { Calls = new RecentCalls(9, ["a (X: y).", "b."]) })
            .Cause.ShouldBe("2 of the 9 calls of the last hour have failed.");

    private static Finding Only(Evidence seen)
    {
        var found = TaskRules.Judge(seen).ShouldHaveSingleItem();
        found.Area.ShouldBe("task");
        return found;
    }
}
