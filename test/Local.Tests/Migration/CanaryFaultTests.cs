using SonicBridge.Local.Tests.Migration.Faults;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>
/// The part of the fault matrix that has a synthetic call in it: each takes twenty seconds on the line. An account of its own,
/// so that it goes on beside the rest.
/// </summary>
public sealed class CanaryFaultTests(FaultyAccount account, ITestOutputHelper output) : IClassFixture<FaultyAccount>
{
    private const string WithoutCanary = """{"canary":false,"percentages":[50,100],"bakeSeconds":0,"pollSeconds":1}""";
    private const string WithCanary = """{"percentages":[50,100],"bakeSeconds":0,"pollSeconds":1}""";

    // A call cannot be hurried: what waits for it has to wait long enough.
    private const int Hurry = 50;

    private readonly FaultMatrix _matrix = new(account, output);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_later_try_can_overcome_stops_neither_the_migration_nor_its_rollback()
    {
        await account.StartAsync(Hurry, Cancellation);
        // Those are reached where something fails for good.
        string[] elsewhere =
        [
            "EndFailedCanary",
            "WriteFailureReport",
            "WriteStoppedReport",
            "ExplainFailure",
            "ExplainReportFailure",
        ];
        List<MigrationStep> steps =
        [
            .. ((string[])["Migrate", "Backup", "Verify", "Rollback"])
                .SelectMany(machine => account.Steps(machine).Values)
                .Where(step => !elsewhere.Contains(step.State)),
        ];
        var troubles = steps.Select(_matrix.Trouble).ToList();
        (string Machine, string Input)[] runs =
        [
            ("Migrate", """{"dryRun":true}"""),
            ("Migrate", WithCanary),
            ("Verify", WithoutCanary),
            ("Rollback", "{}"),
            ("Backup", "{}"),
        ];
        foreach (var (machine, input) in runs)
        {
            await _matrix.SucceedAsync(machine, input);
        }

        account.Faults.Clear();
        troubles.ForEach(_matrix.NoteOvercome);
        await _matrix.ShouldBeAsBeforeAsync();
        await _matrix.JudgeAsync("overcome", steps);
    }

    [Fact]
    public async Task A_synthetic_call_that_fails_ends_the_migration_and_the_Fargate_side_is_as_it_was()
    {
        await account.StartAsync(Hurry, Cancellation);
        var (migrate, verify) = (account.Steps("Migrate"), account.Steps("Verify"));
        await _matrix.FailAsync(verify["StartCanary"], "Migrate", WithCanary, "MigrationFailed");

        var troubles = new[] { verify["EndFailedCanary"], migrate["WriteFailureReport"] }
            .Select(_matrix.Trouble)
            .ToList();
        await _matrix.FailAsync(verify["CheckCanary"], "Migrate", WithCanary, "MigrationFailed");
        troubles.ForEach(_matrix.NoteOvercome);

        await _matrix.SucceedAsync("Migrate", WithoutCanary);
        await _matrix.SucceedAsync("Rollback");
        await _matrix.ShouldBeAsBeforeAsync();
        await _matrix.JudgeAsync(
            "canary",
            [verify["StartCanary"], verify["CheckCanary"], verify["EndFailedCanary"], migrate["WriteFailureReport"]]
        );
    }
}
