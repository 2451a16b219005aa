using Amazon.Lambda;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// Notes where the function names a revision that was registered anew: its own variables are moved, and a published
/// version, which cannot be changed, is left for a person.
/// </summary>
internal sealed class NamedRevisions(IAmazonLambda lambda, MigrationStore store, FunctionRecord backup)
{
    public async Task NoteAsync()
    {
        var names = await RestoredNames.ReadAsync(store);
        if (names.Deregistered is not { Count: > 0 })
        {
            return;
        }

        var moved = new MovedRevisions(names);
        foreach (var (variable, before, now) in moved.Find(backup.Environment))
        {
            names = names.With(
                $"variable {variable}",
                new RestoredChange(
                    $"The variable {variable} of {backup.FunctionName} is {now} now, and was {before}, which somebody had deregistered and nobody can run any more.",
                    $"Should {backup.FunctionName} be deployed from a repository, change {variable} to {now} there."
                )
            );
        }

        var function = new LiveFunction(lambda, backup.FunctionName);
        var users = await new UsedVersions(function, store).FindAsync();
        foreach (var version in (await function.ListVersionsAsync()).Where(one => users.ContainsKey(one.Version)))
        {
            foreach (var (variable, before, now) in moved.Find(version.Environment?.Variables ?? []))
            {
                names = names.With(
                    $"variable {variable} of version {version.Version}",
                    new RestoredChange(
                        $"Version {version.Version} of {backup.FunctionName}, which {users[version.Version]} uses, names {before} in {variable}: somebody had deregistered it, no task starts by it, and a published version cannot be changed.",
                        $"Publish a version of {backup.FunctionName} whose {variable} is {now}, and let it take the place of version {version.Version} in {users[version.Version]}."
                    )
                );
            }
        }

        await names.WriteAsync(store);
    }
}
