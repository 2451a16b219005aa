using System.Text;
using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Flows;

/// <summary>
/// Puts the call loop into a flow in the place of an old function. The result is a pure function of the flow, the function,
/// the settings and the percentage: so a shift always begins with the flow as it was backed up, and one that was done half
/// can be done again.
/// </summary>
internal sealed class FlowGraft
{
    // "Flow language", Amazon Connect's API reference.
    private const int MostActions = 250;
    private const int LongestContent = 256_000;

    private readonly FlowDocument _flow;
    private readonly GraftSettings _settings;
    private readonly FlowKind _kind;
    private readonly HashSet<string> _old;
    private readonly JsonEdit _edit = new();

    private FlowGraft(FlowDocument flow, FunctionAddress old, GraftSettings settings, FlowKind kind)
    {
        _flow = flow;
        _settings = settings;
        _kind = kind;
        _old = new HashSet<string>(
            flow.InvocationsOf(old)
                .Where(invocation => invocation.Match is FunctionMatch.Same)
                .Select(invocation => invocation.Action),
            StringComparer.Ordinal
        );
    }

    /// <summary>The flow's content with a share of its callers led to the call loop.</summary>
    /// <param name="percentage">
    /// Of callers, 0 to 100. Below 100 the old actions stay as they are for the rest; at 100 they are gone, and with them
    /// whatever only they led to. At 0, and where the function is not invoked, the content is the same to the byte.
    /// </param>
    /// <exception cref="FlowTooLarge">There is no room in the flow.</exception>
    public static string Apply(
        FlowDocument flow,
        FunctionAddress old,
        GraftSettings settings,
        FlowKind kind,
        int percentage
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percentage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentage, 100);
        var graft = new FlowGraft(flow, old, settings, kind);
        return graft._old.Count == 0 || percentage == 0 || !kind.CarriesCalls ? flow.Content : graft.Apply(percentage);
    }

    private string Apply(int percentage)
    {
        var reached = _flow.Reach([_flow.StartAction], action => action.Targets);
        // A caller at any other action has passed an old one, and is with the old function already.
        var undecided = _flow.Reach(
            [_flow.StartAction],
            action => _old.Contains(action.Identifier) ? [] : action.Targets
        );
        // What no way leads to is kept too: its author left it there.
        var unreached = _flow
            .Actions.Select(action => action.Identifier)
            .Where(identifier => !reached.Contains(identifier))
            .ToList();
        var ends = _flow
            .Actions.Where(action => _old.Contains(action.Identifier))
            .ToDictionary(
                action => action.Identifier,
                action => LoopEnds.Of(action, _flow, _old.Contains, _kind, _settings)
            );
        var stays =
            percentage == 100
                ? _flow.Reach(
                    unreached.Where(identifier => !_old.Contains(identifier)).Append(_flow.StartAction),
                    action => ends.TryGetValue(action.Identifier, out var end) ? end.Targets : action.Targets
                )
                : [.. _flow.Actions.Select(action => action.Identifier)];
        if (percentage == 100)
        {
            stays.ExceptWith(_old);
        }

        var moved = References(stays, percentage == 100 ? _ => true : IsUndecided).ToLookup(part => part.Text!);
        var added = Add(ends, moved, percentage, stays.Contains);
        return Write(stays, added);

        bool IsUndecided(string identifier) =>
            !_old.Contains(identifier) && (undecided.Contains(identifier) || !reached.Contains(identifier));
    }

    /// <summary>Where the flow, but for what is taken out of it, names an old action that callers come to undecided.</summary>
    private IEnumerable<JsonPart> References(HashSet<string> stays, Func<string, bool> isUndecided) =>
        _flow
            .Actions.Where(action => stays.Contains(action.Identifier) && isUndecided(action.Identifier))
            .SelectMany(action => action.References)
            .Prepend(_flow.StartReference)
            .Where(part => _old.Contains(part.Text!));

    private List<NewAction> Add(
        Dictionary<string, LoopEnds> ends,
        ILookup<string, JsonPart> moved,
        int percentage,
        Func<string, bool> stays
    )
    {
        var names = new FlowNames(_flow);
        var silent = Streaming.NotYetAt(_flow);
        var layout = FlowLayout.Below(_flow, stays);
        var added = new List<NewAction>();
        foreach (var sharing in ends.Where(old => moved.Contains(old.Key)).GroupBy(old => old.Value, old => old.Key))
        {
            var rename = names.Take(CallLoop.Names);
            var entries = sharing.ToDictionary(old => old, old => EntryFor(old, silent));
            var loop = CallLoop.Build(sharing.Key, _settings, entries.Values.Distinct(), rename);
            var shares = new List<NewAction>();
            foreach (var (old, entry) in entries)
            {
                var first = rename(entry);
                if (percentage < 100)
                {
                    var share = CallShare.Build(names.Take([CallShare.Name])(CallShare.Name), percentage, first, old);
                    shares.Add(share);
                    first = share.Identifier;
                }

                foreach (var part in moved[old])
                {
                    _edit.Replace(part, NewAction.Write(first));
                }
            }

            added.AddRange(layout.Place(shares, loop));
        }

        return added;
    }

    private static string EntryFor(string old, HashSet<string> silent) =>
        silent.Contains(old) ? CallLoop.StartStreaming : CallLoop.StartCall;

    private string Write(HashSet<string> stays, List<NewAction> added)
    {
        if (stays.Count + added.Count > MostActions)
        {
            throw new FlowTooLarge(
                $"With the call loop the flow would have {stays.Count + added.Count} actions, and Amazon Connect takes {MostActions}: move a part of it into a module."
            );
        }

        foreach (var gone in _flow.Actions.Where(action => !stays.Contains(action.Identifier)))
        {
            _edit.Remove(gone.Part);
        }

        var actions = _flow.Root["Actions"]!;
        added.ForEach(action => _edit.Append(actions, action.ActionJson));
        WriteMetadata(stays, added);
        var content = Encoding.UTF8.GetString(_edit.Apply(_flow.Json.Span, _flow.Root));
        return content.Length <= LongestContent
            ? content
            : throw new FlowTooLarge(
                $"With the call loop the flow would have {content.Length:N0} characters, and Amazon Connect takes {LongestContent:N0}: move a part of it into a module."
            );
    }

    private void WriteMetadata(HashSet<string> stays, List<NewAction> added)
    {
        bool IsGone(string? identifier) =>
            identifier is not null && _flow.Find(identifier) is not null && !stays.Contains(identifier);

        var metadata = _flow.Root["Metadata"];
        var known = metadata?["ActionMetadata"];
        foreach (var member in (known?.Members ?? []).Where(member => IsGone(member.Name)))
        {
            _edit.Remove(member.Value);
        }

        // A note that is pinned to an action goes with it.
        foreach (var note in (metadata?["Annotations"]?.Items ?? []).Where(note => IsGone(note["actionId"]?.Text)))
        {
            _edit.Remove(note);
        }

        if (known is { IsObject: true })
        {
            added.ForEach(action => _edit.Append(known, action.MetadataJson));
            return;
        }

        var layout = new JsonObject();
        added.ForEach(action => layout[action.Identifier] = action.Metadata);
        if (metadata is { IsObject: true } && known is null)
        {
            _edit.Append(metadata, NewAction.WriteMember("ActionMetadata", layout));
        }
        else if (metadata is null)
        {
            _edit.Append(_flow.Root, NewAction.WriteMember("Metadata", new JsonObject { ["ActionMetadata"] = layout }));
        }
    }
}
