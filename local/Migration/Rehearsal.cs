using SonicBridge.Local.Sonic;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Migration;

/// <summary>
/// The rehearsal's course: a call before; the migration, with calls while a share is shifted; a call after; and where it
/// is taken back, a call that is in progress when the rollback begins, and one when it is over.
/// </summary>
/// <param name="say">Gets each line.</param>
public sealed class Rehearsal(RehearsalCloud rehearsal, RehearsalCaller caller, TimeProvider time, Action<string> say)
{
    // What DistributeByPercentage can draw at the ends: the new way's share comes first.
    private const int Lowest = 1;
    private const int Highest = 100;

    private readonly List<string> _faults = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource _carried = New();

    /// <summary>The migration's id, once there is one.</summary>
    public string? Migration { get; private set; }

    /// <summary>Takes in what happens at the simulated model: a bridge that opens its stream carries a call.</summary>
    public void OnSonic(SonicNews news)
    {
        if (news is SonicNews.Opened)
        {
            Volatile.Read(ref _carried).TrySetResult();
        }
    }

    /// <summary>Runs it.</summary>
    public async Task<RehearsalEnd> RunAsync(RehearsalRequest request, CancellationToken cancellationToken)
    {
        var before = await AccountSnapshot.TakeAsync(rehearsal.Client, cancellationToken);
        say($"The account's APIs tell {before.Count} things of the Fargate deployment; they are kept to compare.");
        await CallAsync("before the migration", CallWay.Fargate, Highest, cancellationToken);

        var (migration, during) = await MigrateAsync(request.Input, cancellationToken);
        await Task.WhenAll(during);
        if (Failure(migration) is { } failure)
        {
            return await CompareAsync(before, "after the migration that failed", cancellationToken)
                ? failure
                : failure with
                {
                    Code = RehearsalEnd.NotAsExpected,
                    Sentence = $"{failure.Sentence} {string.Join("; ", _faults)}.",
                };
        }

        if (request.Input.IsDryRun)
        {
            await CompareAsync(before, "after the dry run", cancellationToken);
            return End("The plan is written and nothing was changed: see dry-run-report.md.");
        }

        if (!request.RollsBack)
        {
            await CallAsync("after the migration", CallWay.Ec2, Highest, cancellationToken);
            return End(
                "The migration succeeded: all calls go the new way, and a rollback would bring back the old one."
            );
        }

        if (await RollBackAsync(request.Input, cancellationToken) is { } stopped)
        {
            return stopped;
        }

        await CallAsync("after the rollback", CallWay.Fargate, Lowest, cancellationToken);
        Prove();
        await CompareAsync(before, "after the rollback", cancellationToken);
        return End(
            "The migration succeeded and so did its rollback: what was there before is there again, and no call was harmed."
        );
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<(Execution Execution, List<Task> Calls)> MigrateAsync(
        RehearsalInput input,
        CancellationToken cancellation
    )
    {
        var calls = new List<Task>();
        var step = -1;
        var watch = new ExecutionWatch(rehearsal.Cloud.Machines, time, say)
        {
            Changed = change =>
            {
                if (change is not { State: "Bake", Kind: StateChangeKind.Entered })
                {
                    return;
                }

                step++;
                if (step == input.StepOfCalls)
                {
                    var share = input.Percentages[step];
                    calls.Add(CallAsync($"at {share} %, drawn into the share", CallWay.Ec2, Lowest, cancellation));
                    calls.Add(CallAsync($"at {share} %, drawn out of it", CallWay.Fargate, Highest, cancellation));
                }
            },
        };
        var arn = rehearsal.Cloud.Template.Reference("MigrateStateMachine");
        var execution = await watch.RunAsync(arn, input.ToString(), cancellation);
        Migration = execution.Name;
        return (execution, calls);
    }

    private async Task<RehearsalEnd?> RollBackAsync(RehearsalInput input, CancellationToken cancellation)
    {
        var carried = New();
        Volatile.Write(ref _carried, carried);
        var call = CallAsync(
            "after the migration, in progress when the rollback began",
            CallWay.Ec2,
            Highest,
            cancellation
        );
        await Task.WhenAny(carried.Task, call);
        say("A bridge carries a call; the rollback begins now.");
        var watch = new ExecutionWatch(rehearsal.Cloud.Machines, time, say);
        var arn = rehearsal.Cloud.Template.Reference("RollbackStateMachine");
        var execution = await watch.RunAsync(arn, input.OfRollback, cancellation);
        await call;
        return Failure(execution);
    }

    private async Task CallAsync(string when, CallWay expected, int draw, CancellationToken cancellation)
    {
        var call = await caller.CallAsync(when, draw, cancellation);
        if (!call.IsGood(expected))
        {
            Fault(
                $"the call {when} should have gone {(expected is CallWay.Ec2 ? "the new way, answered" : "the old way")}"
            );
        }
    }

    private void Prove()
    {
        var proof = ProofTable.Read(RehearsalFiles.Find(rehearsal.Cloud, Migration!, "proof.json"));
        say("The rollback's own proof:");
        foreach (var line in proof.Write())
        {
            say(line);
        }

        if (!proof.IsProven)
        {
            Fault("the rollback's proof has files that differ, or none");
        }
    }

    private async Task<bool> CompareAsync(AccountSnapshot before, string when, CancellationToken cancellation)
    {
        var differences = before.DifferencesTo(await AccountSnapshot.TakeAsync(rehearsal.Client, cancellation));
        say(
            differences.Count == 0
                ? $"Compared by this command itself, by the account's APIs: all {before.Count} things are {when} as they were."
                : $"Compared by this command itself, {differences.Count} things are {when} not as they were:"
        );
        foreach (var difference in differences)
        {
            say($"  {difference}");
        }

        if (differences.Count > 0)
        {
            Fault($"{differences.Count} things of the account are not as they were");
        }

        return differences.Count == 0;
    }

    private void Fault(string fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }

    private static RehearsalEnd? Failure(Execution execution)
    {
        if (execution.Status is ExecutionStatus.Succeeded)
        {
            return null;
        }

        var cause = ExecutionWatch.MessageOf(execution.Cause);
        // Before anything was changed, and after: two ends that a reader must not take for one.
        return execution.Error is "MigrationRefused" or "RollbackRefused"
            ? new RehearsalEnd(
                RehearsalEnd.CannotRun,
                $"{execution.Machine.Name} refused, and changed nothing: {cause}"
            )
            : new RehearsalEnd(
                RehearsalEnd.NotAsExpected,
                $"{execution.Machine.Name} ended as {execution.Error ?? $"{execution.Status}"}: {cause}"
            );
    }

    private RehearsalEnd End(string well) =>
        _faults.Count == 0
            ? new RehearsalEnd(RehearsalEnd.Well, well)
            : new RehearsalEnd(
                RehearsalEnd.NotAsExpected,
                $"The state machines succeeded, but not all went as it should: {string.Join("; ", _faults)}."
            );
}
