using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Shift;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads all that a diagnosis judges by, as much as possible side by side.</summary>
internal sealed class Examination(AccountClients account, DiagnosedPlace place, TimeProvider time)
{
    // As long as ECS remembers a stopped task.
    private static readonly TimeSpan s_recently = TimeSpan.FromHours(1);

    // A call of whose start nothing is known is looked for this far back.
    private static readonly TimeSpan s_lately = TimeSpan.FromHours(24);

    /// <summary>Looks at a call, a task and its call, or at the deployment as a whole.</summary>
    public async Task<Evidence> ReadAsync(DiagnosisRequest request)
    {
        var looks = new Looks(time);
        var migration = await looks.AtAsync(
            "migration",
            null,
            new MigrationLook(account.S3, place.BackupBucket).ReadAsync
        );
        var rolledBack = migration is { Phase: MigrationPhase.RolledBack, Id: var undone } ? undone : null;
        var now = time.GetUtcNow();
        var bridges = new BridgesLook(account.Ecs, place.Bridges);
        var task = request.Task is { } arn
            ? await looks.AtAsync<FoundTask?>("task", null, async () => new FoundTask(await bridges.FindAsync(arn)))
            : null;
        var contact = request.Contact ?? ContactOf(task?.Task);
        var isWhole = contact is null && request.Task is null;
        if (isWhole && rolledBack is not null)
        {
            return new Evidence
            {
                At = now,
                RolledBack = rolledBack,
                Unread = looks.Unread,
            };
        }

        var trace = contact is { } id
            ? await looks.AtAsync<CallTrace?>(
                "call",
                null,
                async () => await new CallLook(account.S3, account.StepFunctions, place).ReadAsync(id)
            )
            : null;
        var since = isWhole ? now - s_recently : trace?.Execution?.StartedAt ?? now - s_lately;

        var tasks = looks.AtAsync<IReadOnlyList<Amazon.ECS.Model.Task>>(
            "bridges",
            [],
            async () =>
                contact is null && task?.Task is { } single ? [single]
                : contact is null && !isWhole ? []
                : await bridges.ListAsync(contact)
        );
        // What carried the call is gone with the rollback, and that is as it should be.
        var cluster = rolledBack is null
            ? looks.AtAsync<ClusterState?>("cluster", null, async () => await bridges.ClusterAsync())
            : null;
        var functions = looks.AtAsync("functions", [], new FunctionsLook(account.Lambda, place).ReadAsync);
        var standby = rolledBack is null
            ? looks.AtAsync(
                "standby bridges",
                null,
                new StandbyLook(account.CloudFormation, account.LoadBalancing).ReadAsync
            )
            : null;
        var alarms = looks.AtAsync("alarms", [], () => RaisedAlarms.ListAsync(account.CloudWatch));
        var log = looks.AtAsync("logs", [], () => new LogLook(account.Logs).ReadAsync(contact, since));
        var calls = isWhole ? looks.AtAsync<RecentCalls?>("calls", null, () => CallsAsync(since)) : null;
        return new Evidence
        {
            At = now,
            Contact = contact,
            RolledBack = rolledBack,
            MissingTask = task is { Task: null } ? request.Task : null,
            Call = trace,
            Bridges = await tasks,
            Cluster = cluster is null ? null : await cluster,
            Functions = await functions,
            Standby = standby is null ? null : await standby,
            Alarms = await alarms,
            Log = await log,
            Calls = calls is null ? null : await calls,
            Unread = looks.Unread,
        };
    }

    /// <summary>launch-bridge starts a task in the name of its call.</summary>
    private static ContactId? ContactOf(Amazon.ECS.Model.Task? task) =>
        ContactId.TryParse(task?.StartedBy, out var contact) ? contact : null;

    private async Task<RecentCalls?> CallsAsync(DateTimeOffset since)
    {
        var calls = await new CallRecord(account.StepFunctions, place.StateMachine).SinceAsync(since);
        return new RecentCalls(calls.Begun, calls.Failures);
    }

    /// <summary>What came of looking for a task.</summary>
    /// <param name="Task">Null when ECS does not know it.</param>
    private sealed record FoundTask(Amazon.ECS.Model.Task? Task);
}
