using System.Text;
using Amazon.Connect.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Shift;

namespace SonicBridge.Steps.Rollback;

/// <summary>Brings flows and modules back to what a backup holds.</summary>
internal sealed class RestoredFlows
{
    private readonly MigrationStore _store;
    private readonly ConnectFlows _flows;
    private readonly ShiftRecord _shift;
    private readonly List<string> _notes = [];
    private int _all;
    private int _written;

    private RestoredFlows(MigrationStore store, ConnectFlows flows, ShiftRecord shift)
    {
        _store = store;
        _flows = flows;
        _shift = shift;
    }

    public static async Task<RestoredFlows> ReadAsync(MigrationStore store, ConnectFlows flows) =>
        new(
            store,
            flows,
            (await store.ReadAsync(MigrationFile.Shift, CancellationToken.None))?.Value ?? ShiftRecord.None
        );

    /// <summary>What was done, for a person.</summary>
    public string Tell() =>
        $"{_all} flow(s) and module(s) are as they were backed up; {_written} had to be written. {string.Join(" ", _notes)}".TrimEnd();

    /// <exception cref="MigrationRefused">It cannot be restored without a person.</exception>
    public async Task RestoreAsync(FlowBackup flow)
    {
        var names = await NamesAsync();
        var place = flow.Place with { Id = names.Flows?.GetValueOrDefault(flow.Place.Id) ?? flow.Place.Id };
        if (await _flows.FindAsync(place) is { } live)
        {
            await RestoreAsync(flow, live);
        }
        else
        {
            place = await MakeAnewAsync(flow);
            await _store.WriteAsync(
                MigrationFile.Restored,
                names with
                {
                    Flows = new Dictionary<string, string>(
                        names.Flows ?? RestoredNames.None.Versions,
                        StringComparer.Ordinal
                    )
                    {
                        [flow.Place.Id] = place.Id,
                    },
                },
                CancellationToken.None
            );
            _written++;
            _notes.Add(
                $"The {flow.Place.Noun} '{flow.Metadata.Name}' had been deleted and was made anew: its id is {place.Id} now, and was {flow.Place.Id}. Give the new one to phone numbers and flows that lead to it."
            );
        }

        await RestoreDraftAsync(flow, place);
        _all++;
    }

    private async Task RestoreAsync(FlowBackup flow, LiveFlow live)
    {
        var isOthers =
            FlowFingerprint.Of(live.Published) is var fingerprint
            && fingerprint != FlowFingerprint.Of(flow.Published)
            && !_shift.Knows(flow.Place.Id, fingerprint);
        if (isOthers)
        {
            await KeepAsync(flow, live.Published, $"found/{flow.Place.Id}.json");
        }

        // A draft that is neither ours nor the backup's is somebody's work too.
        if (live.Saved != live.Published && live.Saved != flow.Saved && live.Saved != flow.Published)
        {
            await KeepAsync(flow, live.Saved, $"found/{flow.Place.Id}-draft.json");
        }

        if (live.Published != flow.Published || (flow.Saved is null && live.Saved != live.Published))
        {
            await _flows.PublishAsync(live.Place, flow.Published);
            _written++;
        }

        var (was, now) = (flow.Metadata, live.Metadata);
        if (!flow.Place.IsModule && (was.Name, was.Description, was.State) != (now.Name, now.Description, now.State))
        {
            await _flows.DescribeAsync(live.Place, was);
        }
    }

    private async Task RestoreDraftAsync(FlowBackup flow, FlowPlace place)
    {
        if (flow.Saved is { } saved && (await _flows.FindAsync(place))?.Saved != saved)
        {
            await _flows.SaveAsync(place, saved);
        }
    }

    private async Task KeepAsync(FlowBackup flow, string content, string path)
    {
        await _store.WriteBytesAsync(path, Encoding.UTF8.GetBytes(content));
        _notes.Add(
            $"Somebody else had edited the {flow.Place.Noun} '{flow.Metadata.Name}'; what stood there is kept in {_store.Folder}{path}."
        );
    }

    private async Task<FlowPlace> MakeAnewAsync(FlowBackup flow)
    {
        try
        {
            return await _flows.CreateAsync(flow.Place.IsModule, flow.Metadata, flow.Published);
        }
        catch (DuplicateResourceException e)
        {
            // An earlier try that was cut off may have made it, and not come to note its id.
            return
                await _flows.FindAsync(flow.Place.IsModule, flow.Metadata.Name) is { } same
                && (await _flows.FindAsync(same))?.Published == flow.Published
                ? same
                : throw new MigrationRefused(
                    $"The {flow.Place.Noun} '{flow.Metadata.Name}' was deleted, and another one has its name by now: rename that one, and start the rollback again.",
                    e
                );
        }
    }

    private async Task<RestoredNames> NamesAsync() =>
        (await _store.ReadAsync(MigrationFile.Restored, CancellationToken.None))?.Value ?? RestoredNames.None;
}
