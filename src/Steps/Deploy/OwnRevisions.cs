using Amazon.ECS;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// Finds the active revisions that a migration registered: those written down and those that carry its tag, since it may
/// have been cut off between the two. One that was there before the migration is never among them.
/// </summary>
internal sealed class OwnRevisions(IAmazonECS ecs, MigrationStore store)
{
    public async Task<IReadOnlyList<string>> FindAsync(string family)
    {
        var before = (await store.RequireAsync(MigrationFile.Family)).Active;
        var written = (await store.ReadAsync(MigrationFile.Registered, CancellationToken.None))?.Value.Registered ?? [];
        var snapshot = new TaskDefinitionSnapshot(ecs);
        var ours = new List<string>();
        foreach (var arn in (await snapshot.ListActiveAsync(family)).Except(before))
        {
            if (written.Contains(arn) || await CarriesTagAsync(snapshot, arn))
            {
                ours.Add(arn);
            }
        }

        return ours;
    }

    private async Task<bool> CarriesTagAsync(TaskDefinitionSnapshot snapshot, string arn) =>
        (await snapshot.DescribeAsync(arn)).Tags.GetValueOrDefault(MigrationTag.Migration) == store.Folder.Id;
}
