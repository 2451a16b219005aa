using SonicBridge.Local.Tests.Migration.Faults;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>
/// Every step of the migration's machines fails for good, and what was there before is there again; the next run gets
/// through. The steps are read from the machines: one that is added is in the matrix, or the test fails.
/// </summary>
public sealed class FaultMatrixTests(FaultyAccount account, ITestOutputHelper output) : IClassFixture<FaultyAccount>
{
    private const string Input = """{"canary":false,"percentages":[50,100],"bakeSeconds":0,"pollSeconds":1}""";

    // A call cannot be hurried: what waits for it has to wait long enough.
    private const int Hurry = 50;

    // The first try, and the five that the machines make after it.
    private const int AllTries = 6;

    private readonly FaultMatrix _matrix = new(account, output);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Each run fails one step later than the one before: so it is also the proof that the migration can be started again,
    /// and gets through the step that had failed.
    /// </summary>
    [Fact]
    public async Task A_step_that_fails_for_good_ends_the_migration_and_the_Fargate_side_is_as_it_was()
    {
        await account.StartAsync(Hurry, Cancellation);
        var (migrate, backup, verify) = (account.Steps("Migrate"), account.Steps("Backup"), account.Steps("Verify"));
        await _matrix.FailAsync(migrate["WriteDryRunReport"], "Migrate", """{"dryRun":true}""", "MigrationRefused");
        await _matrix.FailAsync(backup["Prepare"], "Backup", "{}", "BackupFailed");
        await _matrix.FailAsync(verify["Prepare"], "Verify", "{}", "NotVerified");
        // What explains a failure fails as well: then the cause is told as it was.
        await _matrix.StopAsync(
            migrate["WriteDryRunReport"],
            "Migrate",
            """{"dryRun":true}""",
            "MigrationRefused",
            besides: migrate["ExplainFailure"]
        );
        await _matrix.StopAsync(backup["Prepare"], "Backup", "{}", "BackupFailed", besides: backup["ExplainFailure"]);
        await _matrix.StopAsync(verify["Prepare"], "Verify", "{}", "NotVerified", besides: verify["ExplainFailure"]);
        MigrationStep[] harmless =
        [
            migrate["Preflight"],
            backup["BackUpTaskDefinitions"],
            backup["BackUpLambda"],
            backup["BackUpFlows"],
            backup["SealBackup"],
        ];
        foreach (var step in harmless)
        {
            await _matrix.FailAsync(step, "Migrate", Input, "MigrationRefused");
        }

        MigrationStep[] undone =
        [
            migrate["AdvanceStack"],
            migrate["PinRevision"],
            migrate["RegisterBridgeTask"],
            migrate["AssociateFunctions"],
            verify["VerifyCluster"],
            migrate["ShiftFlows"],
            migrate["CheckHealth"],
        ];
        foreach (var step in undone)
        {
            await _matrix.FailAsync(step, "Migrate", Input, "MigrationFailed");
        }

        // What passes by itself as a rule, and this time does not: the step at which callers are moved.
        foreach (var kind in (FaultKind[])[FaultKind.Throttled, FaultKind.AnswerLost, FaultKind.Hung])
        {
            await _matrix.FailAsync(migrate["ShiftFlows"], "Migrate", Input, "MigrationFailed", kind, AllTries);
        }

        // All calls go the new way by then, and stay there; the next run writes the report.
        await _matrix.StopAsync(
            migrate["WriteReport"],
            "Migrate",
            Input,
            "MigratedUnreported",
            FaultKind.Refused,
            besides: migrate["ExplainReportFailure"]
        );
        await _matrix.SucceedAsync("Migrate", Input);
        // Once more, by the shares of a first time: no caller is sent back.
        var again = await _matrix.SucceedAsync("Migrate");
        again.History.Events.ShouldContain(static e => e.State == "AlreadyMigrated");
        again.History.Events.ShouldNotContain(static e => e.State == "ShiftFlows");
        // That a migration which is not verified is taken back, one of them has shown: the others fail on the migrated account.
        foreach (var step in (string[])["VerifyLambda", "VerifyTargets", "VerifyAlarms"])
        {
            await _matrix.StopAsync(verify[step], "Verify", Input, "NotVerified");
        }

        await VerifyWithoutEndAsync(verify);
        await _matrix.SucceedAsync("Rollback");
        await _matrix.ShouldBeAsBeforeAsync();
        await _matrix.JudgeAsync(
            "migration",
            migrate
                .Values.Concat(backup.Values)
                .Concat(verify.Values)
                .Where(static step => step.State is not ("StartCanary" or "CheckCanary" or "WriteFailureReport"))
        );
    }

    [Fact]
    public async Task A_rollback_that_stops_at_any_step_goes_on_when_it_is_started_again()
    {
        await account.StartAsync(Hurry, Cancellation);
        var rollback = account.Steps("Rollback");
        await _matrix.SucceedAsync("Migrate", Input);
        await _matrix.StopAsync(
            rollback["LoadBackup"],
            "Rollback",
            "{}",
            "RollbackRefused",
            besides: rollback["ExplainFailure"]
        );
        var trouble = _matrix.Trouble(rollback["WriteStoppedReport"]);
        foreach (
            var step in rollback.Values.Where(static step =>
                step.State is not ("LoadBackup" or "WriteStoppedReport" or "ExplainFailure")
            )
        )
        {
            // By its work's end the last step has called the migration rolled back: it fails before.
            var kind = step.State == "WriteRollbackReport" ? FaultKind.Refused : FaultKind.RefusedAfterwards;
            await _matrix.StopAsync(step, "Rollback", "{}", "RollbackStopped", kind);
        }

        _matrix.NoteOvercome(trouble);
        await _matrix.StopAsync(
            rollback["RestoreLambda"],
            "Rollback",
            "{}",
            "RollbackStoppedUnreported",
            besides: rollback["WriteStoppedReport"]
        );
        await _matrix.SucceedAsync("Rollback");
        await _matrix.ShouldBeAsBeforeAsync();
        await _matrix.JudgeAsync("rollback", rollback.Values);
    }

    [Fact]
    public async Task A_migration_whose_rollback_and_reports_fail_too_says_so_and_can_be_rolled_back_by_hand()
    {
        await account.StartAsync(Hurry, Cancellation);
        var migrate = account.Steps("Migrate");
        await _matrix.StopAsync(
            migrate["PinRevision"],
            "Migrate",
            Input,
            "MigrationFailedUnreported",
            besides: [account.Steps("Rollback")["RestoreLambda"], migrate["WriteFailureReport"]]
        );
        await _matrix.SucceedAsync("Rollback");
        await _matrix.ShouldBeAsBeforeAsync();
        await _matrix.JudgeAsync("both", [migrate["WriteFailureReport"]]);
    }

    /// <summary>Two calls at once, of which one fails; neither can be ended.</summary>
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
