using HdrHistogram;

namespace SonicBridge.Bench.Calls;

/// <summary>The values of all rounds.</summary>
/// <param name="peer">Whose values the goals are set beside.</param>
/// <param name="ours">The bridge's.</param>
internal sealed class Scoreboard(Contender peer, Contender ours)
{
    private readonly Dictionary<(Figure Figure, Contender Contender), List<double>> _values = [];
    private readonly SortedDictionary<(Measure Measure, int Calls, string Contender), LongHistogram> _durations = [];
    private readonly List<CurvePoint> _curve = [];

    public Contender Peer => peer;

    public Contender Ours => ours;

    /// <summary>Both contenders with 1, 10, 25 and 50 calls at once.</summary>
    public IReadOnlyList<CurvePoint> Curve => _curve;

    public IReadOnlyList<Distribution> Distributions =>
        [
            .. _durations.Select(pair =>
                Distribution.Of(pair.Key.Measure, pair.Key.Contender, pair.Key.Calls, pair.Value)
            ),
        ];

    public void Add(Figure figure, Contender contender, double value)
    {
        if (!_values.TryGetValue((figure, contender), out var values))
        {
            _values[(figure, contender)] = values = [];
        }

        values.Add(value);
    }

    public void Add(CurvePoint point) => _curve.Add(point);

    /// <param name="calls">How many were carried at once.</param>
    public void Record(Measure measure, int calls, Contender contender, IEnumerable<TimeSpan> durations)
    {
        var key = (measure, calls, contender.Name);
        if (!_durations.TryGetValue(key, out var recorded))
        {
            _durations[key] = recorded = Statistics.Durations();
        }

        foreach (var duration in durations)
        {
            Statistics.Record(recorded, duration);
        }
    }

    /// <summary>All that was recorded; null for nothing.</summary>
    public LongHistogram? Find(Measure measure, int calls, Contender contender) =>
        _durations.TryGetValue((measure, calls, contender.Name), out var found) && found.TotalCount > 0 ? found : null;

    /// <summary>The values of a figure, round by round.</summary>
    public IReadOnlyList<double> Values(Figure figure, Contender contender) =>
        _values.TryGetValue((figure, contender), out var values) ? values : [];

    /// <summary>The median of a figure's values; null when it was not taken.</summary>
    public double? Median(Figure figure, Contender contender) =>
        _values.TryGetValue((figure, contender), out var values) ? Statistics.Median(values) : null;
}
