using Amazon.ECS;
using Amazon.ECS.Model;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>Reads a family's active revisions into the files of a backup.</summary>
internal sealed class TaskDefinitionSnapshot(IAmazonECS ecs) : ISnapshotReader
{
    /// <summary>The folder of these files.</summary>
    public const string Below = $"{SealedBackup.Root}task-definitions/";

    /// <summary>Reads <c>family.json</c> and a file for each active revision.</summary>
    public async Task<Snapshot> ReadAsync(MigrationPlan plan, RestoredNames names)
    {
        var family = plan.TaskDefinitionFamily;
        var files = new Dictionary<string, SnapshotFile>(StringComparer.Ordinal);
        var before = new List<string>();
        foreach (var arn in await ListActiveAsync(family))
        {
            var name = RestoredNames.Before(names.Revisions, arn);
            var path = FamilyRecord.FileOf(TaskRevision.Parse(name));
            // What was registered anew comes first, being newer, and stands for what bears the old number still.
            if (!files.ContainsKey(path))
            {
                files.Add(path, SnapshotFile.Of(path, (await DescribeAsync(arn)).File));
                before.Add(name);
            }
        }

        var newest = before.Take(1);
        var older = before.Skip(1).OrderByDescending(arn => TaskRevision.Parse(arn).Number);
        var record = new FamilyRecord(family, [.. newest, .. older]);
        return new Snapshot(
            Below,
            [
                SnapshotFile.Of(MigrationFile.Family.Name, CanonicalJson.Write(record, MigrationFile.Family.Shape)),
                .. files.Values,
            ]
        );
    }

    /// <summary>The ARNs of a family's active revisions, the newest first.</summary>
    public async Task<IReadOnlyList<string>> ListActiveAsync(string family)
    {
        var arns = new List<string>();
        var request = new ListTaskDefinitionsRequest
        {
            FamilyPrefix = family,
            Status = TaskDefinitionStatus.ACTIVE,
            Sort = SortOrder.DESC,
        };
        do
        {
            var page = await ecs.ListTaskDefinitionsAsync(request);
            arns.AddRange(page.TaskDefinitionArns ?? []);
            request.NextToken = page.NextToken;
        } while (request.NextToken is { Length: > 0 });

        return
        [
            .. arns.Where(arn => TaskRevision.Parse(arn).Family == family)
                .OrderByDescending(arn => TaskRevision.Parse(arn).Number),
        ];
    }

    /// <summary>One revision, and its file's bytes.</summary>
    public async Task<DescribedRevision> DescribeAsync(string arn)
    {
        var described = await ecs.DescribeTaskDefinitionAsync(
            new DescribeTaskDefinitionRequest { TaskDefinition = arn, Include = [TaskDefinitionField.TAGS] }
        );
        return new DescribedRevision(
            described.TaskDefinition,
            (described.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
            CanonicalJson.Write(
                TaskDefinitionInput.Of(described.TaskDefinition, described.Tags),
                TaskDefinitionJson.Wire.TaskDefinitionInput
            )
        );
    }
}

/// <summary>One revision as ECS describes it.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="File">Its file in a backup.</param>
internal sealed record DescribedRevision(
    TaskDefinition Definition,
    IReadOnlyDictionary<string, string> Tags,
    byte[] File
);
