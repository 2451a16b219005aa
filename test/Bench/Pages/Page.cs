using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Pages;

/// <summary>A page of the repository, parts of which are made from what was measured.</summary>
/// <param name="File">From the repository's root.</param>
/// <param name="Parts">What stands between each pair of marks, by the marks' name.</param>
internal sealed record Page(string File, IReadOnlyDictionary<string, string> Parts)
{
    private const string End = "<!-- /bench -->";

    private string Path => System.IO.Path.Join(Product.Built.Repository, File);

    /// <summary>As it stands in the repository.</summary>
    public string Text => System.IO.File.ReadAllText(Path);

    /// <summary>The page with each part made anew.</summary>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public string Fill() =>
        Parts.Aggregate(Text.ReplaceLineEndings("\n"), (text, part) => Fill(text, part.Key, part.Value));

    public void Write() => System.IO.File.WriteAllText(Path, Fill());

    private string Fill(string text, string name, string content)
    {
        var mark = $"<!-- bench: {name} -->";
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0
            ? throw new InvalidDataException($"{File} has no '{mark}' with '{End}' behind it.")
            : $"{text[..start]}{mark}\n\n{content.ReplaceLineEndings("\n").Trim('\n')}\n\n{text[end..]}";
    }
}
