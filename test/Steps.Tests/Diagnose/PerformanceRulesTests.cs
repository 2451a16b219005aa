using SonicBridge.Steps.Diagnose;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Diagnose;

public sealed class PerformanceRulesTests
{
    [Fact]
    public void A_deployment_and_a_call_that_are_well_give_no_finding()
    {
        PerformanceRules.Judge(Seen.Well).ShouldBeEmpty();
        PerformanceRules.Judge(Seen.WellCall).ShouldBeEmpty();
    }

    [Fact]
    public void A_raised_alarm_is_found() =>
        Only(Seen.Well with { Alarms = ["nova-sonic-instances-at-max (above 1)"] })
            .Cause.ShouldBe("The alarm nova-sonic-instances-at-max is raised.");

    [Fact]
    public void A_cluster_without_room_is_found() =>
        Only(Seen.Well with { Cluster = new ClusterState("c", new Room(2, 2, 0, null), null) })
            .Cause.ShouldContain("no room");

    [Fact]
    public void An_instance_that_is_too_small_is_found() =>
        Only(Seen.Well with { Cluster = new ClusterState("c", new Room(2, 2, 0, "i-7"), null) })
            .Evidence.ShouldContain("i-7");

    [Theory]
    [InlineData(9, null, "slow to start", "target capacity")]
    [InlineData(9, 3.0, "slow to start", "target capacity")]
    [InlineData(9, 5.0, "wait for its image", "daemon")]
    public void A_slow_start_is_found_with_what_made_it_slow(double start, double? pull, string cause, string mend)
    {
        var found = Only(Seen.WellCall.With(StartedIn(start, pull)));

        found.Cause.ShouldContain(cause);
        found.Mend.ShouldContain(mend);
    }

    [Fact]
    public void A_start_of_some_seconds_is_well() =>
        PerformanceRules.Judge(Seen.WellCall.With(StartedIn(7, 6))).ShouldBeEmpty();

    [Fact]
    public void Waiting_for_room_is_found_where_there_was_some_in_the_end()
    {
        var waited = Seen.WellCall.Call! with
        {
            Execution = Seen.WellCall.Call.Execution! with
            {
                FailedTries = ["BridgeHasNoRoom", "Lambda.Unknown", "BridgeHasNoRoom"],
            },
        };

        Only(Seen.WellCall with { Call = waited }).Evidence.ShouldContain("2 times");
        PerformanceRules
            .Judge(
                Seen.WellCall with
                {
                    Call = waited with { Outcome = Seen.Failed("BridgeHasNoRoom: …").Call!.Outcome },
                }
            )
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ThrottlingException: Too many requests", "slows requests down")]
    [InlineData("ServiceQuotaExceededException: sessions", "quota")]
    public void Limits_that_a_log_tells_of_are_found(string message, string cause) =>
        Only(Seen.Well.Logged("/ecs/nova-sonic-bridge", message, "warning")).Cause.ShouldContain(cause);

    private static Amazon.ECS.Model.Task StartedIn(double seconds, double? pull)
    {
        var task = Seen.Starting("RUNNING", 100);
        task.StartedAt = task.CreatedAt!.Value.AddSeconds(seconds);
        task.PullStartedAt = pull is null ? null : task.CreatedAt.Value;
        task.PullStoppedAt = task.PullStartedAt?.AddSeconds(pull ?? 0);
        return task;
    }

    private static Finding Only(Evidence seen)
    {
        var found = PerformanceRules.Judge(seen).ShouldHaveSingleItem();
        found.Area.ShouldBe("performance");
        return found;
    }
}
