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

    /// <summary>Notes of each flow that was made anew what still leads to the id that is gone.</summary>
    public async Task NoteNewIdsAsync(IReadOnlyList<FlowBackup> backup)
    {
        var names = await RestoredNames.ReadAsync(_store);
        if (names.Flows is not { Count: > 0 } anew)
        {
            return;
        }

        var references = await FlowReferences.ReadAsync(_flows);
        foreach (var flow in backup.Where(flow => anew.ContainsKey(flow.Place.Id)))
        {
            var called = $"{flow.Place.Noun} '{flow.Metadata.Name}'";
            var old = references.To(flow.Place.Id);
            var mend =
                old.Count > 0
                    ? $"Choose the {called} again in {string.Join(", ", old)}, and publish: the id {flow.Place.Id} stands there still, and is gone."
                    : $"No contact flow or module names the id {flow.Place.Id} of the {called}.";
            names = names.With(
                $"{flow.Place.Noun} {flow.Place.Id}",
                new RestoredChange(
                    $"The {called} had been deleted and was made anew: its id is {anew[flow.Place.Id]} now, and was {flow.Place.Id}.",
                    flow.Place.IsModule
                        ? mend
                        : $"{mend} Give it to the phone numbers, and to programs, that led to it."
                )
            );
            _notes.Add(mend);
        }

        await names.WriteAsync(_store);
    }

    /// <exception cref="MigrationRefused">It cannot be restored without a person.</exception>
    public async Task RestoreAsync(FlowBackup flow)
    {
        var names = await RestoredNames.ReadAsync(_store);
        var place = flow.Place with { Id = names.Flows?.GetValueOrDefault(flow.Place.Id) ?? flow.Place.Id };
        if (await _flows.FindAsync(place) is { } live)
        {
            await RestoreAsync(flow, live);
        }
        else
        {
            place = await MakeAnewAsync(flow);
            await (
                await RestoredNames.ReadAsync(_store) with
                {
                    Flows = new Dictionary<string, string>(
                        names.Flows ?? RestoredNames.None.Versions,
                        StringComparer.Ordinal
                    )
                    {
                        [flow.Place.Id] = place.Id,
                    },
                }
            ).WriteAsync(_store);
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
        var sentence =
            $"Somebody else had edited the {flow.Place.Noun} '{flow.Metadata.Name}'; what stood there is kept in {_store.Folder}{path}.";
        await (await RestoredNames.ReadAsync(_store)).WithKept(path, sentence).WriteAsync(_store);
        _notes.Add(sentence);
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
}
