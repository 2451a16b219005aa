using SonicBridge.Local.Migration;
using SonicBridge.Local.Tests.View.Graph;

namespace SonicBridge.Local.Tests.Migration;

public sealed class ExecutionWatchTests
{
    private readonly RepositoryRun _run = new();

    [Fact]
    public async Task A_failed_branch_is_named_with_its_cause_by_the_state_around_it()
    {
        _run.Fails("VerifyLambdaFunction", 1, "MigrationRefused");

        var told = await WatchAsync("verify");

        told.ShouldContain("VerifyDeployment failed, since VerifyLambda did: MigrationRefused. It broke.");
        told.ShouldNotContain("VerifyDeployment done");
    }

    [Fact]
    public async Task What_was_overcome_on_the_way_out_of_a_branch_is_not_taken_for_its_failure()
    {
        _run.Fails("CheckCanaryFunction", 1, "MigrationRefused").Fails("EndCanaryFunction", 1, "Lambda.Unknown");

        (await WatchAsync("verify")).ShouldContain(
            "VerifyDeployment failed, since CheckCanary did: MigrationRefused. It broke."
        );
    }

    [Fact]
    public async Task A_nested_execution_that_failed_is_told_by_its_own_cause()
    {
        _run.Fails("VerifyAlarmsFunction", 1, "MigrationRefused");

        var told = await WatchAsync("migrate");

        told.ShouldContain("Verify failed: States.TaskFailed. NotVerified: It broke, in a sentence.");
        told.ShouldNotContain("It says no more");
    }

    [Fact]
    public async Task Steps_are_told_in_the_order_of_their_ends()
    {
        _run.Takes("BackupLambdaFunction", 3).Takes("BackupTaskDefinitionsFunction", 2);
        var lines = (await WatchAsync("backup")).Split('\n');

        lines
            .Select(static line =>
                double.Parse(line.Split(" s ")[0], System.Globalization.CultureInfo.InvariantCulture)
            )
            .ShouldBeInOrder();
        lines.ShouldContain(static line => line.EndsWith("CollectBackup done (5.7 s)"));
    }

    private async Task<string> WatchAsync(string machine)
    {
        var lines = new List<string>();
        var arn = _run.Machines.Machines.Single(known => known.Name == $"nova-sonic-{machine}").Arn;
        await new ExecutionWatch(_run.Machines, _run.Time, lines.Add).RunAsync(
            arn,
            "{}",
            TestContext.Current.CancellationToken
        );
        return string.Join('\n', lines);
    }
}
