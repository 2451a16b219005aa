using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.Tests.Migration.Faults;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>
/// Every step of the migration's machines fails in every way, and what was there before is there again. The steps are
/// read from the machines: one that is added is in the matrix. It takes many minutes and so runs only when it is asked
/// for: <c>dotnet run --project test/Local.Tests -- --filter-class '*FaultMatrix*' --explicit only</c>.
/// </summary>
public sealed class FaultMatrixTests(FaultyAccount account, ITestOutputHelper output) : IClassFixture<FaultyAccount>
{
    private const string WithoutCanary = """{"canary":false,"percentages":[50,100],"bakeSeconds":0,"pollSeconds":1}""";
    private const string WithCanary = """{"percentages":[50,100],"bakeSeconds":0,"pollSeconds":1}""";

    private readonly FaultTable _table = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Each run fails one step later than the one before: so it is also the proof that the migration can be started again,
    /// and gets through the step that had failed.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task A_step_that_fails_for_good_ends_the_migration_and_the_Fargate_side_is_as_it_was()
    {
        await account.StartAsync(Cancellation);
        var (migrate, backup, verify) = (account.Steps("Migrate"), account.Steps("Backup"), account.Steps("Verify"));
        await AloneAsync("Migrate", """{"dryRun":true}""", migrate["WriteDryRunReport"], "MigrationRefused");
        await AloneAsync("Backup", "{}", backup["Prepare"], "BackupFailed");
        await AloneAsync("Verify", "{}", verify["Prepare"], "NotVerified");

        await RefusedAsync(migrate["Preflight"]);
        await RefusedAsync(backup["BackUpTaskDefinitions"]);
        await RefusedAsync(backup["BackUpLambda"]);
        await RefusedAsync(backup["BackUpFlows"]);
        await RefusedAsync(backup["SealBackup"]);
        await FailedAsync(migrate["AdvanceStack"]);
        await FailedAsync(migrate["PinRevision"]);
        await FailedAsync(migrate["RegisterBridgeTask"]);
        await FailedAsync(migrate["AssociateFunctions"]);
        await FailedAsync(verify["VerifyCluster"]);
        await FailedAsync(verify["VerifyLambda"]);
        await FailedAsync(verify["VerifyTargets"]);
        await FailedAsync(verify["StartCanary"], WithCanary);
        await FailedAsync(verify["CheckCanary"], WithCanary);
        await FailedAsync(verify["EndCanary"], WithCanary);
        account.Faults.Inject(verify["CheckCanary"], FaultKind.Refused);
        await FailedAsync(verify["EndFailedCanary"], WithCanary);
        await FailedAsync(verify["VerifyAlarms"]);
        await FailedAsync(migrate["ShiftFlows"]);
        await FailedAsync(migrate["CheckHealth"]);
        await FailedAsync(migrate["WriteReport"]);
        await SucceedAsync("Migrate", WithoutCanary);
        await SucceedAsync("Rollback", "{}");
        await ShouldBeAsBeforeAsync();
        Judge(migrate.Values.Concat(backup.Values).Concat(verify.Values).Except([migrate["WriteFailureReport"]]));
    }

    [Fact(Explicit = true)]
    public async Task A_rollback_that_stops_at_any_step_goes_on_when_it_is_started_again()
    {
        await account.StartAsync(Cancellation);
        var rollback = account.Steps("Rollback");
        var migrated = await SucceedAsync("Migrate", WithoutCanary);
        foreach (var step in rollback.Values.Where(static step => step.State != "WriteStoppedReport"))
        {
            // Once proved, a migration is rolled back; whoever wants the report that was not written names it.
            var input = step.State == "WriteRollbackReport" ? $$"""{"migration":"{{migrated.Name}}"}""" : "{}";
            await StoppedAsync(step, input, step.State == "LoadBackup" ? "RollbackRefused" : "RollbackStopped");
        }

        account.Faults.Inject(rollback["RestoreLambda"], FaultKind.Refused);
        await StoppedAsync(
            rollback["WriteStoppedReport"],
            $$"""{"migration":"{{migrated.Name}}"}""",
            "RollbackStopped"
        );
        await SucceedAsync("Rollback", "{}");
        await ShouldBeAsBeforeAsync();
        Judge(rollback.Values);
    }

    [Fact(Explicit = true)]
    public async Task A_migration_whose_rollback_and_reports_fail_too_says_so_and_can_be_rolled_back_by_hand()
    {
        await account.StartAsync(Cancellation);
        var migrate = account.Steps("Migrate");
        account.Faults.Inject(migrate["PinRevision"], FaultKind.RefusedAfterwards);
        account.Faults.Inject(account.Steps("Rollback")["RestoreLambda"], FaultKind.Refused);
        var fault = account.Faults.Inject(migrate["WriteFailureReport"], FaultKind.Refused);
        var execution = await account.RunAsync("Migrate", WithoutCanary, Cancellation);
        account.Faults.Clear();
        _table.Note(
            fault.Step,
            fault.Kind,
            FaultTable.EndOf(execution),
            Complaints(execution, fault, "MigrationFailedUnreported")
        );
        await SucceedAsync("Rollback", "{}");
        await ShouldBeAsBeforeAsync();
        Judge([migrate["WriteFailureReport"]]);
    }

    [Theory(Explicit = true)]
    [InlineData(nameof(FaultKind.Throttled), 2)]
    [InlineData(nameof(FaultKind.AnswerLost), 1)]
    [InlineData(nameof(FaultKind.Hung), 1)]
    public async Task What_a_second_try_can_overcome_stops_neither_the_migration_nor_its_rollback(
        string name,
        int times
    )
    {
        await account.StartAsync(Cancellation);
        var kind = Enum.Parse<FaultKind>(name);
        MigrationStep[] elsewhere =
        [
            account.Steps("Verify")["EndFailedCanary"],
            account.Steps("Migrate")["WriteFailureReport"],
            account.Steps("Rollback")["WriteStoppedReport"],
        ];
        List<MigrationStep> steps =
        [
            .. ((string[])["Migrate", "Backup", "Verify", "Rollback"])
                .SelectMany(m => account.Steps(m).Values)
                .Except(elsewhere),
        ];
        var faults = steps.Select(step => account.Faults.Inject(step, kind, times)).ToList();
        try
        {
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
                await SucceedAsync(machine, input);
            }
        }
        finally
        {
            account.Faults.Clear();
        }

        foreach (var fault in faults)
        {
            _table.Note(
                fault.Step,
                kind,
                $"overcome after {fault.Happened}",
                fault.Happened == times ? [] : [$"it went wrong {fault.Happened} times, not {times}"]
            );
        }

        await ShouldBeAsBeforeAsync();
        Judge(steps);
    }

    /// <summary>Nothing was changed yet, so nothing is rolled back.</summary>
    private Task RefusedAsync(MigrationStep step) => FailAsync("Migrate", WithoutCanary, step, "MigrationRefused");

    private Task FailedAsync(MigrationStep step, string input = WithoutCanary) =>
        FailAsync("Migrate", input, step, "MigrationFailed");

    private Task AloneAsync(string machine, string input, MigrationStep step, string end) =>
        FailAsync(machine, input, step, end);

    private async Task FailAsync(string machine, string input, MigrationStep step, string end)
    {
        var (fault, execution) = await RunWithFaultAsync(machine, input, step);
        var faults = Complaints(execution, fault, end);
        if (await DifferenceAsync() is { } difference)
        {
            faults.Add($"the Fargate side is not as it was: {difference}");
        }

        _table.Note(step, fault.Kind, $"{FaultTable.EndOf(execution)}, Fargate as before", faults);
    }

    private async Task StoppedAsync(MigrationStep step, string input, string end)
    {
        var (fault, execution) = await RunWithFaultAsync("Rollback", input, step);
        _table.Note(step, fault.Kind, FaultTable.EndOf(execution), Complaints(execution, fault, end));
    }

    private async Task<(Fault Fault, Execution Execution)> RunWithFaultAsync(
        string machine,
        string input,
        MigrationStep step
    )
    {
        // After its work is the harder case: what was done has to be undone, and nobody noted that it was.
        var fault = account.Faults.Inject(step, FaultKind.RefusedAfterwards);
        var execution = await account.RunAsync(machine, input, Cancellation);
        account.Faults.Clear();
        return (fault, execution);
    }

    private static List<string> Complaints(Execution execution, Fault fault, string end)
    {
        List<string> faults = [];
        if (fault.Happened != 1)
        {
            faults.Add($"the step was reached {fault.Happened} times, not once");
        }

        if (execution.Status is not ExecutionStatus.Failed || FaultTable.LastState(execution) != end)
        {
            faults.Add($"it should have failed in {end}");
        }

        if (execution.Cause?.Contains(FaultyLambdas.Sentence, StringComparison.Ordinal) != true)
        {
            faults.Add($"the cause is not told: {execution.Error}: {execution.Cause}");
        }

        return faults;
    }

    private async Task<Execution> SucceedAsync(string machine, string input)
    {
        var execution = await account.RunAsync(machine, input, Cancellation);
        output.WriteLine($"{machine} {input}: {FaultTable.EndOf(execution)}");
        execution.Status.ShouldBe(
            ExecutionStatus.Succeeded,
            $"{machine}: {execution.Error}: {execution.Cause}{Environment.NewLine}{_table}"
        );
        return execution;
    }

    private void Judge(IEnumerable<MigrationStep> steps)
    {
        output.WriteLine(_table.ToString());
        _table.Unexpected.ShouldBeEmpty();
        steps.Except(_table.Steps).ShouldBeEmpty();
    }

    private async Task ShouldBeAsBeforeAsync() => (await DifferenceAsync()).ShouldBeNull(_table.ToString());

    /// <summary>Where the Fargate side is not byte for byte what it was, or null.</summary>
    private async Task<string?> DifferenceAsync()
    {
        var after = await account.ReadAsync(Cancellation);
        if (after == account.Before)
        {
            return null;
        }

        var (was, now) = (account.Before.Split('\n'), after.Split('\n'));
        var line = was.Zip(now).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"line {line}: '{Line(was)}' is '{Line(now)}'";

        string Line(string[] lines) => line < lines.Length ? lines[line].Trim() : "";
    }
}
