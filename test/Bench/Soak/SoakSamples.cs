namespace SonicBridge.Bench.Soak;

/// <summary>What was measured of one kind of run, in order.</summary>
/// <param name="title">For the table.</param>
/// <param name="clock">What its hours are: the call's own, or those of the clock on the wall.</param>
/// <param name="figures">What is looked at.</param>
internal sealed class SoakSamples(string title, string clock, IReadOnlyList<SoakFigure> figures)
{
    private readonly List<(double Hour, double[] Values)> _rows = [];

    public string Title => title;

    public string Clock => clock;

    public IReadOnlyList<SoakFigure> Figures => figures;

    public IReadOnlyList<(double Hour, double[] Values)> Rows => _rows;

    /// <summary>A sentence for each thing that went wrong but for growth.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What else is to be told: how many calls, how many renewals.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whether nothing grows over its bound and nothing went wrong.</summary>
    public bool IsGood =>
        Faults.Count == 0
        && figures.All(figure => TrendOf(figure) is not { } trend || trend.Growth <= figure.MostGrowth);

    /// <param name="hour">When.</param>
    /// <param name="values">One for each figure.</param>
    public void Add(double hour, params double[] values) => _rows.Add((hour, values));

    public Trend? TrendOf(SoakFigure figure)
    {
        var column = figures.ToList().IndexOf(figure);
        return Trend.Of([.. _rows.Select(row => (row.Hour, row.Values[column]))]);
    }
}
