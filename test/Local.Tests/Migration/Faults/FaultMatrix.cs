using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>Lets steps of an account's migration go wrong, one after the other, and judges what becomes of it.</summary>
internal sealed class FaultMatrix(FaultyAccount account, ITestOutputHelper output)
{
    private readonly FaultTable _table = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A run in which a step fails for good ends as it should, and leaves the Fargate side as it was.</summary>
    public async Task FailAsync(
        MigrationStep step,
        string machine,
        string input,
        string end,
        FaultKind kind = FaultKind.RefusedAfterwards,
        int times = 1
    )
    {
        var (execution, faults) = await RunAsync(step, machine, input, end, kind, times);
        if (await DifferenceAsync() is { } difference)
        {
            faults.Add($"the Fargate side is not as it was: {difference}");
        }

        _table.Note(step, WordsOf(kind, times), $"{FaultTable.EndOf(execution)}, Fargate side identical", faults);
    }

    /// <summary>A run in which a step fails for good ends as it should; what it leaves is for the next run.</summary>
    /// <param name="besides">Steps that refuse as well, when it comes to them, and are not what is told.</param>
    public async Task StopAsync(
        MigrationStep step,
        string machine,
        string input,
        string end,
        FaultKind kind = FaultKind.RefusedAfterwards,
        params IReadOnlyList<MigrationStep> besides
    )
    {
        var others = besides.Select(other => account.Faults.Inject(other, FaultKind.Refused)).ToList();
        var (execution, faults) = await RunAsync(step, machine, input, end, kind, times: 1);
        _table.Note(step, WordsOf(kind, 1), FaultTable.EndOf(execution), faults);
        foreach (var other in others)
        {
            faults = other.Happened == 1 ? faults : [.. faults, "the step was not reached"];
            _table.Note(other.Step, $"{WordsOf(other.Kind, 1)}, after {step}", FaultTable.EndOf(execution), faults);
        }
    }

    /// <summary>Notes what a run came to in which a step has failed for good.</summary>
    /// <param name="cause">The step of which the execution has to tell.</param>
    public void Note(Execution execution, MigrationStep step, FaultKind kind, string end, MigrationStep cause) =>
        _table.Note(step, WordsOf(kind, 1), FaultTable.EndOf(execution), [.. Complaints(execution, end, kind, cause)]);

    /// <summary>A step goes wrong in each way that passes: throttled, its answer lost, hung; and later its answer is lost again.</summary>
    public IReadOnlyList<Fault> Trouble(MigrationStep step)
    {
        List<Fault> first =
        [
            account.Faults.Inject(step, FaultKind.Throttled, 2),
            account.Faults.Inject(step, FaultKind.AnswerLost),
            account.Faults.Inject(step, FaultKind.Hung),
        ];
        // For a step that is taken more than once, as for each share of the traffic.
        account.Faults.Inject(step, FaultKind.None);
        account.Faults.Inject(step, FaultKind.AnswerLost);
        return first;
    }

    /// <summary>Notes that all trouble of a step has come and was overcome.</summary>
    public void NoteOvercome(IReadOnlyList<Fault> trouble)
    {
        var words = string.Join(", ", trouble.Select(static fault => WordsOf(fault.Kind, fault.Happened)));
        _table.Note(
            trouble[0].Step,
            words,
            "overcome, the execution went on",
            [.. trouble.Where(static fault => fault.Left > 0).Select(static fault => $"{fault.Kind} never came")]
        );
    }

    public async Task<Execution> SucceedAsync(string machine, string input = "{}")
    {
        var execution = await account.RunAsync(machine, input, Cancellation);
        ShouldHaveSucceeded(execution);
        return execution;
    }

    public void ShouldHaveSucceeded(Execution execution)
    {
        output.WriteLine($"{execution.Machine.Name} {execution.Input}: {FaultTable.EndOf(execution)}");
        execution.Status.ShouldBe(
            ExecutionStatus.Succeeded,
            $"{execution.Machine.Name}: {execution.Error}: {execution.Cause}{Environment.NewLine}{_table}"
        );
    }

    public async Task ShouldBeAsBeforeAsync() => (await DifferenceAsync()).ShouldBeNull(_table.ToString());

    /// <summary>All came to what it should, and no step was left out.</summary>
    /// <param name="name">Of the table's file.</param>
    public async Task JudgeAsync(string name, IEnumerable<MigrationStep> steps)
    {
        output.WriteLine(_table.ToString());
        await _table.WriteAsync(name, Cancellation);
        _table.Unexpected.ShouldBeEmpty();
        steps.Except(_table.Steps).ShouldBeEmpty();
    }

    private async Task<(Execution Execution, List<string> Faults)> RunAsync(
        MigrationStep step,
        string machine,
        string input,
        string end,
        FaultKind kind,
        int times
    )
    {
        var fault = account.Faults.Inject(step, kind, times);
        var execution = await account.RunAsync(machine, input, Cancellation);
        account.Faults.Clear();
        var faults = Complaints(execution, end, kind, step).ToList();
        if (fault.Happened != times)
        {
            faults.Add($"the step was reached {fault.Happened} times, not {times}");
        }

        return (execution, faults);
    }

    private static IEnumerable<string> Complaints(Execution execution, string end, FaultKind kind, MigrationStep cause)
    {
        if (execution.Status is not ExecutionStatus.Failed || FaultTable.LastState(execution) != end)
        {
            yield return $"it should have failed in {end}";
        }

        if (execution.Cause?.Contains(FaultyLambdas.SentenceOf(kind, cause), StringComparison.Ordinal) != true)
        {
            yield return $"the cause is not told: {execution.Error}: {execution.Cause}";
        }
    }

    private static string WordsOf(FaultKind kind, int times) =>
        times == 1 ? kind.ToString() : $"{kind} x{times.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

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
