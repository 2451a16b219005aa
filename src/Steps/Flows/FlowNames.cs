namespace SonicBridge.Steps.Flows;

/// <summary>Makes identifiers that a flow does not have yet, always the same ones for the same flow.</summary>
internal sealed class FlowNames(FlowDocument flow)
{
    /// <summary>What the identifiers of all new actions begin with; with the longest name they stay below Connect's 50.</summary>
    public const string Prefix = "nova-sonic-";

    // The editor may remember an action that is gone: two places of one name would be no JSON that anybody takes.
    private readonly HashSet<string> _taken = new(
        flow.Actions.Select(action => action.Identifier)
            .Concat((flow.Root["Metadata"]?["ActionMetadata"]?.Members ?? []).Select(member => member.Name)),
        StringComparer.Ordinal
    );

    /// <summary>Takes a set of names together: all with the same number behind them, or all without.</summary>
    /// <returns>Makes the identifier of each.</returns>
    public Func<string, string> Take(IEnumerable<string> names)
    {
        var wanted = names.ToList();
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : $"-{number}";
            if (wanted.TrueForAll(name => !_taken.Contains($"{Prefix}{name}{suffix}")))
            {
                _taken.UnionWith(wanted.Select(name => $"{Prefix}{name}{suffix}"));
                return name => $"{Prefix}{name}{suffix}";
            }
        }
    }
}
