using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.View.Graph;

namespace SonicBridge.Local.Tests.View.Graph;

public sealed class PassageTests
{
    private readonly RepositoryRun _run = new();

    [Fact]
    public async Task A_loop_is_counted_and_its_time_summed_and_its_ways_are_taken()
    {
        _run.Takes("AdvanceStackFunction", 3, """{"finished":false}""").Takes("AdvanceStackFunction", 1);

        var passage = await PassAsync("migrate", 16, 301, 301, 301);

        passage.End.ShouldBe(StayEnd.Passed);
        passage.Stays("AdvanceStack").Select(static stay => stay.Length.TotalSeconds).ShouldBe([3, 1]);
        passage.Stays("WaitForStack").ShouldHaveSingleItem().Length.TotalSeconds.ShouldBe(16);
        passage.Took(new Transition("WaitForStack", "AdvanceStack", TransitionKind.Next)).ShouldBeTrue();
        passage.Took(new Transition("IsStackDeployed", "PinRevision", TransitionKind.Choice)).ShouldBeTrue();
        passage.Took(new Transition("IsDryRun", "WriteDryRunReport", TransitionKind.Choice)).ShouldBeFalse();
        passage.Stays("WriteDryRunReport").ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_iteration_of_a_map_has_its_own_time()
    {
        _run.Takes("ShiftFlowsFunction", 1).Takes("ShiftFlowsFunction", 2).Takes("ShiftFlowsFunction", 3);

        var passage = await PassAsync("migrate", 301, 301, 301);

        passage
            .Iterations("ShiftTraffic")
            .Select(static iteration => (iteration.End, (iteration.Ended - iteration.Began).TotalSeconds))
            .ShouldBe([(StayEnd.Passed, 302.7), (StayEnd.Passed, 303.7), (StayEnd.Passed, 304.7)]);
    }

    [Fact]
    public async Task An_iteration_is_named_by_its_share_of_the_calls()
    {
        var execution = await _run.RunAsync("migrate", "{}", 301, 301, 301);
        var passage = Passage.Of(execution.History.Events);

        var words = StateWords.Of(execution.Machine.Definition.States["ShiftTraffic"], passage);

        words.Lines[^1].Split("   ").Select(static word => word.Split(" %")[0]).ShouldBe(["10", "50", "100"]);
    }

    [Fact]
    public async Task A_nested_execution_is_named_with_its_own_time()
    {
        var passage = await PassAsync("migrate", 301, 301, 301);

        passage.Nested.Select(static run => run.Machine).ShouldBe(["nova-sonic-backup", "nova-sonic-verify"]);
        passage.Nested.First().Ended.ShouldBeGreaterThan(passage.Nested.First().Began);
    }

    [Fact]
    public async Task A_failure_that_is_caught_colours_its_state_and_the_way_to_the_catcher()
    {
        _run.Fails("CheckHealthFunction", 2, "MigrationRefused");

        var passage = await PassAsync("migrate", 301);

        passage.End.ShouldBe(StayEnd.Failed);
        var check = passage.Stays("CheckHealth").ShouldHaveSingleItem();
        check.End.ShouldBe(StayEnd.Failed);
        check.Error.ShouldBe("MigrationRefused");
        check.Length.TotalSeconds.ShouldBe(2);
        passage.Stays("ShiftTraffic").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Failed);
        passage.Iterations("ShiftTraffic").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Failed);
        passage.Took(new Transition("ShiftTraffic", "RollBack", TransitionKind.Catch)).ShouldBeTrue();
        passage.Stays("RollBack").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Passed);
        var failed = passage.Stays("MigrationFailed").ShouldHaveSingleItem();
        (failed.End, failed.Error).ShouldBe((StayEnd.Failed, "MigrationFailed"));
    }

    [Fact]
    public async Task Retries_are_counted_and_a_success_after_them_is_none_the_less_one()
    {
        _run.Fails("VerifyClusterFunction", 1, "NotReadyYet").Fails("VerifyClusterFunction", 1, "NotReadyYet");

        var passage = await PassAsync("verify");

        var stay = passage.Stays("VerifyCluster").ShouldHaveSingleItem();
        (stay.End, stay.Tries).ShouldBe((StayEnd.Passed, 3));
    }

    [Fact]
    public async Task A_failed_branch_leaves_its_last_state_failed_and_the_cause_in_plain_words()
    {
        _run.Fails("CheckCanaryFunction", 5, "MigrationRefused");

        var passage = await PassAsync("verify");

        passage.Stays("EndFailedCanary").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Passed);
        passage.Stays("CanaryFailed").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Failed);
        passage.Failure!.ToString().ShouldBe("NotVerified: It broke, in a sentence.");
    }

    [Fact]
    public async Task An_execution_that_still_runs_is_read_as_far_as_it_is()
    {
        var machine = _run.Machines.Machines.Single(static known => known.Name == "nova-sonic-migrate");
        var execution = _run.Machines.Start(machine.Arn, null, "{}");
        await _run.Time.PassAsync(TimeSpan.FromSeconds(301));

        var passage = Passage.Of([.. execution.History.Events.TakeWhile(static e => e.Type != "WaitStateExited")]);

        passage.End.ShouldBe(StayEnd.Running);
        passage.Stays("Bake").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Running);
        passage.Stays("ShiftTraffic").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Running);
        passage.Iterations("ShiftTraffic").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Running);
    }

    [Fact]
    public async Task An_execution_that_is_stopped_stops_the_state_that_it_is_in()
    {
        _run.Takes("AdvanceStackFunction", 1, """{"finished":false}""");
        var machine = _run.Machines.Machines.Single(static known => known.Name == "nova-sonic-migrate");
        var changes = _run.Machines.WatchAsync(TestContext.Current.CancellationToken);
        var execution = _run.Machines.Start(machine.Arn, null, "{}");
        await foreach (var change in changes)
        {
            if (change.State == "WaitForStack")
            {
                break;
            }
        }

        _run.Machines.Stop(execution.Arn, "Enough", "The engineer stopped it.");

        var passage = Passage.Of(execution.History.Events);
        passage.End.ShouldBe(StayEnd.Stopped);
        passage.Stays("WaitForStack").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Stopped);
        passage.Stays("AdvanceStack").ShouldHaveSingleItem().End.ShouldBe(StayEnd.Passed);
    }

    private async Task<Passage> PassAsync(string machine, params double[] waits)
    {
        var execution = await _run.RunAsync(machine, "{}", waits);
        execution.Status.ShouldNotBe(ExecutionStatus.Running);
        return Passage.Of(execution.History.Events);
    }
}
