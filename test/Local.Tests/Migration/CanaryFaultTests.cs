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
    private const int Hurry = 20;

    private readonly FaultMatrix _matrix = new(account, output);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_later_try_can_overcome_stops_neither_the_migration_nor_its_rollback()
    {
        await account.StartAsync(Hurry, Cancellation);
        // Those are reached where something fails for good.
        string[] elsewhere = ["EndFailedCanary", "WriteFailureReport", "WriteStoppedReport"];
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
        var (migrate, verify, rollback) = (
            account.Steps("Migrate"),
            account.Steps("Verify"),
            account.Steps("Rollback")
        );
        await _matrix.FailAsync(verify["StartCanary"], "Migrate", WithCanary, "MigrationFailed");

        var troubles = new[] { verify["EndFailedCanary"], migrate["WriteFailureReport"] }
            .Select(_matrix.Trouble)
            .ToList();
        await _matrix.FailAsync(verify["CheckCanary"], "Migrate", WithCanary, "MigrationFailed");
        troubles.ForEach(_matrix.NoteOvercome);

        await _matrix.SucceedAsync("Migrate", WithoutCanary);
        await VerifyWithoutEndAsync(verify);

        troubles = [_matrix.Trouble(rollback["WriteStoppedReport"])];
        await _matrix.StopAsync(rollback["RestoreFlows"], "Rollback", "{}", "RollbackStopped");
        troubles.ForEach(_matrix.NoteOvercome);
        await _matrix.SucceedAsync("Rollback");
        await _matrix.ShouldBeAsBeforeAsync();
        await _matrix.JudgeAsync(
            "canary",
            [
                .. verify.Values.Where(static step => step.State.Contains("Canary", StringComparison.Ordinal)),
                migrate["WriteFailureReport"],
                rollback["WriteStoppedReport"],
            ]
        );
    }

    /// <summary>
    /// Two calls at once, of which one fails; neither can be ended. How a migration takes it that it is not verified has been
    /// seen: here the machine is started alone, on the migrated account.
    /// </summary>
    private async Task VerifyWithoutEndAsync(IReadOnlyDictionary<string, MigrationStep> verify)
    {
        account.Faults.Inject(verify["CheckCanary"], FaultKind.Refused);
        // What ends a call is the same function in both states.
        account.Faults.Inject(verify["EndCanary"], FaultKind.Refused, times: 2);
        var runs = await Task.WhenAll(
            account.RunAsync("Verify", "{}", Cancellation),
            account.RunAsync("Verify", "{}", Cancellation)
        );
        account.Faults.Clear();
        var failed = runs.Where(static run => run.History.Events.Any(static e => e.State == "EndFailedCanary"))
            .ShouldHaveSingleItem();
        var answered = runs.Single(run => run != failed);
        _matrix.Note(failed, verify["EndFailedCanary"], FaultKind.Refused, "NotVerified", cause: verify["CheckCanary"]);
        _matrix.Note(answered, verify["EndCanary"], FaultKind.Refused, "NotVerified", cause: verify["EndCanary"]);
    }
}
