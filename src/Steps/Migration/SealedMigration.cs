using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Shift;

namespace SonicBridge.Steps.Migration;

/// <summary>Looks whether a migration that stopped after its backup was sealed can be gone on with, and from where.</summary>
internal sealed class SealedMigration(ConnectFlows flows, MigrationStore store)
{
    /// <summary>The share that all flows lead the new way by now. Changes nothing.</summary>
    /// <exception cref="MigrationRefused">The backup is damaged, or somebody has edited or deleted a flow meanwhile.</exception>
    public async Task<int> LookAsync()
    {
        await SealedBackup.RequireWholeAsync(store, "migration");
        var record = (await store.ReadAsync(MigrationFile.Shift, CancellationToken.None))?.Value ?? ShiftRecord.None;
        var least = 100;
        var edited = new List<string>();
        var deleted = new List<string>();
        foreach (var flow in await FlowBackup.ReadAllAsync(store))
        {
            var called = $"the {flow.Place.Noun} '{flow.Metadata.Name}' ({flow.Place.Id})";
            if (await flows.FindAsync(flow.Place) is not { } live)
            {
                deleted.Add(called);
            }
            else if (ShareOf(flow, live, record) is { } share)
            {
                least = Math.Min(least, share);
            }
            else
            {
                edited.Add(called);
            }
        }

        return edited.Count + deleted.Count == 0 ? least : throw Refusal(edited, deleted);
    }

    private static int? ShareOf(FlowBackup flow, LiveFlow live, ShiftRecord record) =>
        FlowFingerprint.Of(live.Published) is var found && found == FlowFingerprint.Of(flow.Published)
            ? 0
            : record.ShareOf(flow.Place.Id, found);

    private MigrationRefused Refusal(List<string> edited, List<string> deleted)
    {
        var what = new List<string>();
        if (edited.Count > 0)
        {
            what.Add($"Somebody has edited {string.Join(", ", edited)} since the backup.");
        }

        if (deleted.Count > 0)
        {
            what.Add($"Somebody has deleted {string.Join(", ", deleted)} since the backup.");
        }

        return new MigrationRefused(
            $"{string.Join(' ', what)} Migration {store.Folder.Id} is not gone on with over that, and nothing was touched. Start nova-sonic-rollback with {{}}: it brings back what was backed up, and keeps what was edited in {store.Folder}found/. Make the edit once more after that, and migrate again."
        );
    }
}
