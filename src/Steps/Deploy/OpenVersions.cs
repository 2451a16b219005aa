using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// Finds published versions that calls can reach and that name the family without a revision: unlike the function itself
/// they cannot be pinned, not even their environment can be changed.
/// </summary>
internal sealed class OpenVersions(LiveFunction function, MigrationStore store)
{
    /// <summary>A sentence, with the mend, for each of them.</summary>
    /// <param name="active">The family's active revisions, where one that is not is a problem too; null where it was looked at before.</param>
    public async Task<IReadOnlyList<string>> FindAsync(
        MigrationPlan plan,
        TaskRevision revision,
        IReadOnlyList<TaskRevision>? active = null
    )
    {
        var users = await new UsedVersions(function, store).FindAsync();
        if (users.Count == 0)
        {
            return [];
        }

        var problems = new List<string>();
        active ??= [];
        foreach (var version in (await function.ListVersionsAsync()).Where(one => users.ContainsKey(one.Version)))
        {
            FunctionCondition.RefuseUnreadable(version);
            var pins = RevisionPins.Find(version.Environment?.Variables ?? [], revision.Family, revision.Number);
            foreach (var (variable, number) in pins.Named.Where(_ => active.Count > 0))
            {
                if (!active.Contains(revision with { Number = number }))
                {
                    problems.Add(
                        $"Version {version.Version} of {function.Name}, which {users[version.Version]} uses, names {revision with { Number = number }} in {variable}, and that revision is not active: no task starts by it. Set {variable} to {revision}, publish a version, use that one instead, and start the migration again."
                    );
                }
            }

            if (pins.Open is [var open, ..])
            {
                problems.Add(
                    $"Version {version.Version} of {function.Name}, which {users[version.Version]} uses, names {revision.Family} without a revision in {open.Name}, and a published version cannot be changed. Set {open.Name} to {open.To}, publish a version, use that one instead, and start the migration again."
                );
            }
            else if (!pins.NamesRevision && !plan.FargateRevisionIsFixed)
            {
                problems.Add(
                    NotNamed(
                        $"Version {version.Version} of {function.Name}, which {users[version.Version]} uses,",
                        revision
                    )
                );
            }
        }

        return problems;
    }

    /// <summary>Says that nothing tells which revision a function runs.</summary>
    public static string NotNamed(string function, TaskRevision revision) =>
        $"{function} names the task definition in no variable of its environment, so it cannot be seen whether its code means {revision} or the newest revision, which will be the one for EC2. If the code names a revision, start the migration with \"fargateRevisionIsFixed\": true; if not, let it read {revision} from a variable.";
}
