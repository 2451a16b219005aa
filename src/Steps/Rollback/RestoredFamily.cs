using System.Text.Json;
using Amazon.ECS;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>The active revisions of a family beside those of the backup, while a rollback brings them together.</summary>
internal sealed class RestoredFamily
{
    private readonly IAmazonECS _ecs;
    private readonly MigrationStore _store;
    private readonly FamilyRecord _backup;
    private readonly List<string> _active;
    private readonly Dictionary<string, string> _names;

    private RestoredFamily(
        IAmazonECS ecs,
        MigrationStore store,
        FamilyRecord backup,
        List<string> active,
        RestoredNames names
    )
    {
        _ecs = ecs;
        _store = store;
        _backup = backup;
        _active = active;
        _names = new(names.Revisions, StringComparer.Ordinal);
    }

    /// <summary>The revision that the family's name alone means now.</summary>
    public string Newest => _active[0];

    public static async Task<RestoredFamily> ReadAsync(IAmazonECS ecs, MigrationStore store, FamilyRecord backup)
    {
        var snapshot = new TaskDefinitionSnapshot(ecs);
        var names = await RestoredNames.ReadAsync(store);
        var family = new RestoredFamily(ecs, store, backup, [.. await snapshot.ListActiveAsync(backup.Family)], names);
        await family.AdoptAsync(snapshot);
        return family;
    }

    /// <summary>What a revision of the backup is called now.</summary>
    public string Now(string arn) => _names.GetValueOrDefault(arn, arn);

    /// <summary>What of the backup is no longer active, the oldest first.</summary>
    public IReadOnlyList<string> Missing() => [.. _backup.Active.Where(arn => !_active.Contains(Now(arn))).Reverse()];

    /// <exception cref="MigrationRefused">There are revisions that are neither the backup's nor the migration's.</exception>
    public void RefuseStrangers()
    {
        if (Strangers() is not { Count: > 0 } strangers)
        {
            return;
        }

        throw new MigrationRefused(
            $"Somebody has registered {string.Join(", ", strangers.Select(arn => TaskRevision.Parse(arn)))} since the backup, and {_backup.Family} alone means that one now. Deregister it (aws ecs deregister-task-definition --task-definition {strangers[0]}) and start the rollback again; if it is wanted, register it anew when the rollback is done."
        );
    }

    /// <summary>Registers a revision of the backup anew, under the number that ECS gives it.</summary>
    public async Task<string> RegisterAsync(string arn)
    {
        var revision = TaskRevision.Parse(arn);
        var reason = _active.Contains(Now(arn))
            ? "the family's name alone has to mean it"
            : "somebody had deregistered it";
        var input = JsonSerializer.Deserialize(
            await ReadFileAsync(revision),
            TaskDefinitionJson.Wire.TaskDefinitionInput
        )!;
        var now = (await _ecs.RegisterTaskDefinitionAsync(input.ToRequest())).TaskDefinition.TaskDefinitionArn;
        _active.Insert(0, now);
        await NameAsync(arn, now);
        return $"Registered {revision} anew as {TaskRevision.Parse(now)}, since {reason}.";
    }

    /// <summary>Notes for the steps to come, and for the report, what bears another number now.</summary>
    public async Task NoteAsync()
    {
        if (_names.Count == 0)
        {
            return;
        }

        string[] deregistered = [.. _names.Keys.Where(arn => !_active.Contains(arn)).Order(StringComparer.Ordinal)];
        var names = await RestoredNames.ReadAsync(_store) with { Deregistered = deregistered };
        foreach (
            var (before, now) in _names.Select(name => (TaskRevision.Parse(name.Key), TaskRevision.Parse(name.Value)))
        )
        {
            names = names.With(
                $"revision {before}",
                new RestoredChange(
                    $"The task definition {before} is {now} now: ECS gives no number twice.",
                    $"Name {now} where anything but the function {(deregistered.Any(arn => TaskRevision.Parse(arn) == before) ? $"names {before}, which can no longer be run" : $"should run what {_backup.Family} alone means")}: schedules, scripts, services."
                )
            );
        }

        await names.WriteAsync(_store);
    }

    private List<string> Strangers() => [.. _active.Except(_backup.Active).Except(_names.Values)];

    /// <summary>A run that was cut off may have registered a revision anew and not written it down: its content tells.</summary>
    private async Task AdoptAsync(TaskDefinitionSnapshot snapshot)
    {
        foreach (var stranger in Strangers().AsEnumerable().Reverse())
        {
            var file = (await snapshot.DescribeAsync(stranger)).File;
            string[] newest = _names.ContainsKey(_backup.Active[0]) ? [] : [_backup.Active[0]];
            foreach (var arn in Missing().Concat(newest))
            {
                var backup = await ReadFileAsync(TaskRevision.Parse(arn));
                if (backup.AsSpan().SequenceEqual(file))
                {
                    await NameAsync(arn, stranger);
                    break;
                }
            }
        }
    }

    private async Task NameAsync(string arn, string now)
    {
        _names[arn] = now;
        await (await RestoredNames.ReadAsync(_store) with { Revisions = _names }).WriteAsync(_store);
    }

    private async Task<byte[]> ReadFileAsync(TaskRevision revision) =>
        await _store.ReadBytesAsync(FamilyRecord.FileOf(revision))
        ?? throw new InvalidDataException($"{_store.Folder}{FamilyRecord.FileOf(revision)} is missing.");
}
