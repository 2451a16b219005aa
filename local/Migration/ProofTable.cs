using System.Text.Json.Nodes;

namespace SonicBridge.Local.Migration;

/// <summary>A rollback's proof, <c>proof.json</c>, as a table for people.</summary>
internal sealed class ProofTable
{
    private const int HashShown = 12;

    private readonly List<(string File, bool IsEqual, string Detail)> _lines;

    private ProofTable(List<(string, bool, string)> lines) => _lines = lines;

    /// <summary>Whether each file is what was backed up, and there is at least one.</summary>
    public bool IsProven => _lines.Count > 0 && _lines.TrueForAll(static line => line.IsEqual);

    /// <summary>How many files were compared.</summary>
    public int Count => _lines.Count;

    /// <summary>Reads a proof; null, when the rollback has left none, is an empty table.</summary>
    public static ProofTable Read(ReadOnlyMemory<byte>? json) =>
        new(
            json is { } text && JsonNode.Parse(text.Span)?["lines"] is JsonArray lines
                ?
                [
                    .. lines.Select(static line =>
                        ((string)line!["check"]!, (bool)line["ok"]!, (string?)line["detail"] ?? "")
                    ),
                ]
                : []
        );

    /// <summary>A line for each file, and one with the count.</summary>
    public IEnumerable<string> Write()
    {
        var width = _lines.Select(static line => line.File.Length).DefaultIfEmpty().Max();
        foreach (var (file, isEqual, detail) in _lines.OrderBy(static line => line.File, StringComparer.Ordinal))
        {
            var shown = isEqual ? detail[..Math.Min(detail.Length, HashShown)] : detail;
            yield return $"  {file.PadRight(width)}  {(isEqual ? "equal  " : "DIFFERS")}  {shown}";
        }

        yield return _lines.Count == 0
            ? "  The rollback has left no proof."
            : $"  {_lines.Count(static line => line.IsEqual)} of {_lines.Count} files are what was backed up, by SHA-256.";
    }
}
