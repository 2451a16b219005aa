using System.Text;

namespace SonicBridge.Bench.Pages;

/// <summary>A Markdown table with figures in rows, a column for each size that was measured.</summary>
internal sealed class ColumnTable
{
    private readonly StringBuilder _text = new();

    public ColumnTable(string title, IReadOnlyList<string> heads)
    {
        Row(title, heads);
        _text.Append("| --- |").Insert(_text.Length, " ---: |", heads.Count).AppendLine();
    }

    public void Row(string title, IEnumerable<string> cells) =>
        _text.Append($"| {title} |").AppendJoin("", cells.Select(static cell => $" {cell} |")).AppendLine();

    public override string ToString() => _text.ToString();
}
