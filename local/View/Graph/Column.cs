namespace SonicBridge.Local.View.Graph;

/// <summary>States one below the other, and the rows above them through which arrows come down to the first.</summary>
internal sealed class Column
{
    private readonly Dictionary<int, string> _states = [];

    public Column(IEnumerable<(string Name, int Row)> states, int firstRow, int lastRow)
    {
        foreach (var (name, row) in states)
        {
            _states[row] = name;
        }

        (FirstRow, LastRow) = (firstRow, lastRow);
    }

    public int FirstRow { get; }

    public int LastRow { get; }

    /// <summary>-1 left of the main path, 1 right of it, 0 for the main path itself.</summary>
    public int Side { get; init; }

    /// <summary>The middle, in pixels.</summary>
    public float Centre { get; set; }

    public IEnumerable<int> Rows => Enumerable.Range(FirstRow, LastRow - FirstRow + 1);

    /// <summary>The state in a row; null where only an arrow runs.</summary>
    public string? StateIn(int row) => _states.GetValueOrDefault(row);

    public bool Has(int row) => row >= FirstRow && row <= LastRow;

    /// <summary>Whether an arrow runs freely from one row to another.</summary>
    public bool IsFreeBetween(int above, int below) =>
        Enumerable.Range(above + 1, Math.Max(0, below - above - 1)).All(row => StateIn(row) is null);
}
