using System.Text;
using Amazon.Connect;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// Reads the contact flows, or the modules, that invoke the function into the files of a backup. The contents are kept
/// byte for byte.
/// </summary>
internal sealed class FlowSnapshot(IAmazonConnect connect, bool isModule) : ISnapshotReader
{
    public const string Published = "published.json";
    public const string Saved = "saved.json";

    public async Task<Snapshot> ReadAsync(MigrationPlan plan, RestoredNames names) =>
        Of(
            await new FlowsInUse(new ConnectFlows(connect, plan.ConnectInstanceId)).FindAsync(
                isModule,
                plan.FunctionName
            ),
            isModule,
            names
        );

    /// <summary>The files of flows that were read already.</summary>
    public static Snapshot Of(IReadOnlyList<FoundFlow> found, bool isModule, RestoredNames names) =>
        new(
            FlowPlace.FolderOfAll(isModule),
            [
                .. found
                    .Where(flow => flow.Actions.Count > 0)
                    .SelectMany(flow => FilesOf(flow.Flow, names))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ]
        );

    private static IEnumerable<SnapshotFile> FilesOf(LiveFlow flow, RestoredNames names)
    {
        // One that a rollback had to make anew is compared with what it was.
        var id = RestoredNames.Before(names.Flows ?? RestoredNames.None.Versions, flow.Place.Id);
        var folder = (flow.Place with { Id = id }).Folder;
        var metadata = flow.Metadata with
        {
            Id = id,
            Arn = flow.Metadata.Arn.Replace(flow.Place.Id, id, StringComparison.Ordinal),
        };
        yield return SnapshotFile.Of(
            $"{folder}{FlowMetadata.FileName}",
            CanonicalJson.Write(metadata, MigrationJson.Default.FlowMetadata)
        );
        yield return SnapshotFile.Of($"{folder}{Published}", Encoding.UTF8.GetBytes(flow.Published));
        if (flow.Saved != flow.Published)
        {
            yield return SnapshotFile.Of($"{folder}{Saved}", Encoding.UTF8.GetBytes(flow.Saved));
        }
    }
}
