using SonicBridge.Steps.Backup;

namespace SonicBridge.Steps.Rollback;

/// <summary>The flows and modules of an instance that name another one by its id.</summary>
internal sealed class FlowReferences
{
    private readonly List<LiveFlow> _all = [];

    private FlowReferences() { }

    /// <summary>Reads all that callers can come to.</summary>
    public static async Task<FlowReferences> ReadAsync(ConnectFlows flows)
    {
        var references = new FlowReferences();
        foreach (var isModule in new[] { false, true })
        {
            foreach (var place in await flows.ListAsync(isModule))
            {
                if (await flows.FindAsync(place) is { } flow)
                {
                    references._all.Add(flow);
                }
            }
        }

        return references;
    }

    /// <summary>Those that name an id, for a person.</summary>
    public IReadOnlyList<string> To(string id) =>
        [
            .. _all.Where(flow => flow.Published.Contains(id, StringComparison.Ordinal))
                .Select(flow => $"the {flow.Place.Noun} '{flow.Metadata.Name}'"),
        ];
}
