namespace SonicBridge.Local.View.Graph;

/// <summary>The columns of a flow: one for each chain of states, and one for arrows that have to pass others.</summary>
internal sealed class ColumnPlan
{
    private readonly FlowOrder _order;
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<Transition, Column> _passing = [];
    private readonly List<Column> _all = [];

    public ColumnPlan(FlowOrder order)
    {
        _order = order;
        for (var i = 0; i < order.Chains.Count; i++)
        {
            AddChain(order.Chains[i], isMain: i == 0);
        }

        foreach (var group in order.Transitions.Where(HasToPass).GroupBy(Passing))
        {
            AddPassing(group.Key, [.. group]);
        }
    }

    public IReadOnlyList<Column> All => _all;

    public Column Of(string state) => _columns[state];

    /// <summary>The column that an arrow runs through on its way; null when it needs none.</summary>
    public Column? Through(Transition way) =>
        _passing.GetValueOrDefault(way) ?? (EntersChain(way) || _order.IsLoop(way.From) ? ColumnOfChain(way) : null);

    /// <summary>Whether an arrow goes straight down.</summary>
    public bool IsStraight(Transition way) =>
        !_order.IsBack(way)
        && Of(way.From) == Of(way.To)
        && Of(way.To).IsFreeBetween(_order.Row(way.From), _order.Row(way.To));

    private Column ColumnOfChain(Transition way) => _order.IsLoop(way.From) ? Of(way.From) : Of(way.To);

    /// <summary>Whether an arrow comes from elsewhere to the first state of a chain that branches off.</summary>
    private bool EntersChain(Transition way) =>
        !_order.IsBack(way)
        && Of(way.To) is { Side: not 0 } column
        && Of(way.From) != column
        && _order.Chains.Any(chain => chain[0] == way.To);

    private bool HasToPass(Transition way) =>
        _order.IsBack(way)
            ? !_order.IsLoop(way.From)
            : !IsStraight(way) && !EntersChain(way) && _order.Row(way.To) > _order.Row(way.From) + 1;

    private (string To, bool Back, bool Failure) Passing(Transition way) =>
        (way.To, _order.IsBack(way), way.Kind == TransitionKind.Catch);

    private void AddChain(IReadOnlyList<string> chain, bool isMain)
    {
        var head = chain[0];
        var into = _order.Transitions.Where(way => way.To == head && !_order.IsBack(way)).ToList();
        var first = _order.Row(head);
        if (!isMain)
        {
            var ends = _order.IsLoop(head)
                ? _order.Transitions.Where(way => way.From == head).Select(way => _order.Row(way.To))
                : into.Select(way => _order.Row(way.From));
            first = ends.Append(first).Min();
        }

        var failure = into.Count > 0 && into.TrueForAll(static way => way.Kind == TransitionKind.Catch);
        var column = new Column(chain.Select(name => (name, _order.Row(name))), first, _order.Row(chain[^1]))
        {
            Side =
                isMain ? 0
                : failure ? 1
                : -1,
        };
        _all.Add(column);
        foreach (var name in chain)
        {
            _columns.Add(name, column);
        }
    }

    private void AddPassing((string To, bool Back, bool Failure) to, List<Transition> ways)
    {
        var row = _order.Row(to.To);
        var from = ways.Select(way => _order.Row(way.From)).ToList();
        var column = to.Back
            ? new Column([], row, from.Max()) { Side = -1 }
            : new Column([], from.Min(), row - 1) { Side = to.Failure ? 1 : -1 };
        _all.Add(column);
        foreach (var way in ways)
        {
            _passing.Add(way, column);
        }
    }
}
