namespace SonicBridge.Bench.Pictures;

/// <summary>One axis of a plot.</summary>
/// <param name="Title">What it counts.</param>
/// <param name="Ticks">Where it has a mark, and what is written there.</param>
internal sealed record Axis(
    string Title,
    double Least,
    double Most,
    bool IsLogarithmic,
    IReadOnlyList<(double At, string Text)> Ticks
)
{
    private static readonly int[] s_round = [1, 2, 4, 6, 8, 10];

    /// <summary>Where a value is, from 0 to 1.</summary>
    public float Of(double value)
    {
        var at = IsLogarithmic
            ? Math.Log(Math.Max(value, double.Epsilon) / Least) / Math.Log(Most / Least)
            : (value - Least) / (Most - Least);
        return (float)Math.Clamp(at, 0, 1);
    }

    /// <summary>From 0 to the next round number above all values.</summary>
    /// <param name="text">How a value is written.</param>
    public static Axis Linear(string title, IEnumerable<double> values, Func<double, string> text)
    {
        const int Parts = 4;
        var most = values.Append(double.Epsilon).Max();
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most)));
        var top = s_round.Select(n => n * unit).First(n => n >= most);
        return new Axis(
            title,
            0,
            top,
            false,
            [.. Enumerable.Range(0, Parts + 1).Select(i => (top * i / Parts, text(top * i / Parts)))]
        );
    }

    /// <summary>With a mark at each power of ten.</summary>
    public static Axis Logarithmic(string title, double least, double most, Func<double, string> text)
    {
        var first = (int)Math.Floor(Math.Log10(least));
        var last = (int)Math.Ceiling(Math.Log10(most));
        var ticks = Enumerable
            .Range(first, last - first + 1)
            .Select(static power => Math.Pow(10, power))
            .Where(at => at >= least * 0.999 && at <= most * 1.001);
        return new Axis(title, least, most, true, [.. ticks.Select(at => (at, text(at)))]);
    }
}
