namespace SonicBridge.Bench.Calls;

/// <summary>The values of all rounds.</summary>
/// <param name="peer">Whose values the goals are set beside.</param>
/// <param name="ours">The bridge's.</param>
internal sealed class Scoreboard(Contender peer, Contender ours)
{
    private readonly Dictionary<(Figure Figure, Contender Contender), List<double>> _values = [];

    public Contender Peer => peer;

    public Contender Ours => ours;

    public void Add(Figure figure, Contender contender, double value)
    {
        if (!_values.TryGetValue((figure, contender), out var values))
        {
            _values[(figure, contender)] = values = [];
        }

        values.Add(value);
    }

    /// <summary>The median of a figure's values; null when it was not taken.</summary>
    public double? Median(Figure figure, Contender contender) =>
        _values.TryGetValue((figure, contender), out var values) ? Statistics.Median(values) : null;
}
