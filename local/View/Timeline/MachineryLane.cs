using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>Lays out what one part of the machinery did: no label lies on another, none is cut by the sheet's edge.</summary>
internal static class MachineryLane
{
    public const float LabelSize = 12;

    private const float Padding = 4;
    private const float ShortestBar = 2;
    private const float ShortestInside = 56;

    // What comes so thick that it finds no room in these keeps its bar and loses its label.
    private const int MostRows = 6;

    /// <summary>The bars of a strip.</summary>
    public static IReadOnlyList<Bar> Of(IEnumerable<JournalEntry> entries, Strip strip, Lettering lettering)
    {
        var bars = new List<Bar>();
        foreach (var entry in entries.Where(entry => IsIn(entry, strip)).OrderBy(entry => entry.At))
        {
            var from = strip.X(entry.At);
            var bare = new Bar(from, Math.Max(strip.X(entry.At + entry.Duration), from + ShortestBar), "", from, from);
            var labelled = Labelled(bare, entry, lettering).ToList();
            bars.Add(
                Enumerable
                    .Range(0, MostRows)
                    .SelectMany(row => labelled.Select(bar => bar with { Row = row }))
                    .FirstOrDefault(bar => bars.TrueForAll(other => other.Row != bar.Row || bar.ClearsOf(other)), bare)
            );
        }

        return bars;
    }

    private static bool IsIn(JournalEntry entry, Strip strip) =>
        entry.Duration > TimeSpan.Zero ? strip.Touches(entry.At, entry.At + entry.Duration) : strip.Has(entry.At);

    // Within the bar, else to its right, else, at the sheet's edge, to its left; the better first.
    private static IEnumerable<Bar> Labelled(Bar bare, JournalEntry entry, Lettering lettering)
    {
        var inside = bare.To - bare.From - (2 * Padding);
        var texts = Texts(entry);
        if (texts.FirstOrDefault(text => lettering.Measure(text, LabelSize) <= inside) is { } fitting)
        {
            yield return bare with
            {
                Label = fitting,
                LabelFrom = bare.From + Padding,
                LabelTo = bare.To,
            };
            yield break;
        }

        if (inside >= ShortestInside)
        {
            var start = lettering.Shorten(texts[0], LabelSize, inside);
            yield return bare with
            {
                Label = start,
                LabelFrom = bare.From + Padding,
                LabelTo = bare.To,
            };
            yield break;
        }

        // The prompts that the flow plays follow one another closely, and each is seen in the voice above.
        if (entry is { Lane: Lane.Flow, Duration.Ticks: > 0 })
        {
            yield return bare;
            yield break;
        }

        foreach (var text in texts)
        {
            var width = lettering.Measure(text, LabelSize);
            if (bare.To + Padding + width <= Sheet.Width - Sheet.Right)
            {
                yield return bare with
                {
                    Label = text,
                    LabelFrom = bare.To + Padding,
                    LabelTo = bare.To + Padding + width,
                };
            }
            else if (bare.From - Padding - width >= Sheet.Left)
            {
                yield return bare with
                {
                    Label = text,
                    LabelFrom = bare.From - Padding - width,
                };
            }
        }
    }

    // Where there is no room for all of it: a function's answer, and that something was played.
    private static IReadOnlyList<string> Texts(JournalEntry entry) =>
        (entry.Lane, entry.Text.Split(' ')) switch
        {
            (Lane.Lambda, ["next-prompt", .., var answer]) => [entry.Text, answer],
            (Lane.Flow, ["played", ..]) => [entry.Text, "played"],
            _ => [entry.Text],
        };
}
