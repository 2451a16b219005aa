using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>Which states of a flow stand below which: its main path, what branches off, and the row of each.</summary>
internal sealed class FlowOrder
{
    // A path that ends in failure is the main one only where there is no other.
    private const int FailureWeight = -10_000;

    private readonly ILookup<string, Transition> _from;
    private readonly HashSet<Transition> _back = [];
    private readonly List<string> _order = [];
    private readonly Dictionary<string, int> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    public FlowOrder(StateFlow flow)
    {
        Transitions = Transition.Of(flow);
        _from = Transitions.ToLookup(static way => way.From, StringComparer.Ordinal);
        Walk(flow.StartAt, [], new HashSet<string>(StringComparer.Ordinal));
        _order.Reverse();
        foreach (var name in Enumerable.Reverse(_order))
        {
            _weights[name] =
                flow.States[name] is FailState
                    ? FailureWeight
                    : 1 + Onward(name).Select(to => _weights[to]).DefaultIfEmpty(0).Max();
        }

        Chains = FindChains();
        FindRows();
    }

    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>States that stand one below the other; the main path first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Chains { get; }

    public int Row(string state) => _rows[state];

    /// <summary>Whether a way leads to where the flow has been before.</summary>
    public bool IsBack(Transition way) => _back.Contains(way);

    /// <summary>Whether a state does nothing but lead back: it stands beside the state that it comes from.</summary>
    public bool IsLoop(string state) => _rows[state] == _beside.GetValueOrDefault(state, -1);

    private void Walk(string name, HashSet<string> open, HashSet<string> seen)
    {
        seen.Add(name);
        open.Add(name);
        foreach (var way in _from[name])
        {
            if (open.Contains(way.To))
            {
                _back.Add(way);
            }
            else if (!seen.Contains(way.To))
            {
                Walk(way.To, open, seen);
            }
        }

        open.Remove(name);
        _order.Add(name);
    }

    private IEnumerable<string> Onward(string name) =>
        _from[name].Where(way => way.Kind != TransitionKind.Catch && !IsBack(way)).Select(static way => way.To);

    private List<IReadOnlyList<string>> FindChains()
    {
        var chains = new List<IReadOnlyList<string>>();
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var head in _order.Where(placed.Add))
        {
            var chain = new List<string> { head };
            while (Onward(chain[^1]).Where(to => !placed.Contains(to)).MaxBy(to => _weights[to]) is { } next)
            {
                placed.Add(next);
                chain.Add(next);
            }

            chains.Add(chain);
        }

        return chains;
    }

    private void FindRows()
    {
        var into = Transitions.Where(way => !IsBack(way)).ToLookup(static way => way.To, StringComparer.Ordinal);
        foreach (var name in _order)
        {
            var above = into[name].Select(way => _rows[way.From]).DefaultIfEmpty(-1).Max();
            if (into[name].Count() == 1 && OnlyLeadsBack(name, above))
            {
                _beside[name] = above;
            }

            _rows[name] = _beside.GetValueOrDefault(name, above + 1);
        }
    }

    private bool OnlyLeadsBack(string name, int row) =>
        Chains.Any(chain => chain is [var only] && only == name)
        && _from[name].Any()
        && _from[name].All(way => IsBack(way) && way.To != name && _rows[way.To] < row);
}
