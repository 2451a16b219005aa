using SkiaSharp;
using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>Draws a call: both voices with their words, how long each answer took, and the machinery beneath.</summary>
public static class TimelineDrawing
{
    private const float Top = 90;
    private const float VoiceHeight = 110;
    private const float WordsHeight = 62;
    private const float RowHeight = 22;
    private const int WordLines = 3;
    private const float LabelSize = 11;

    private static readonly SKColor CallerColour = new(0x02, 0x84, 0xc7);
    private static readonly SKColor AgentColour = new(0xea, 0x58, 0x0c);

    private static readonly (Lane Lane, SKColor Colour)[] Machinery =
    [
        (Lane.Flow, new SKColor(0xc4, 0xb5, 0xfd)),
        (Lane.Lambda, new SKColor(0xfd, 0xe0, 0x8a)),
        (Lane.Execution, new SKColor(0xa7, 0xf3, 0xd0)),
        (Lane.Bridge, new SKColor(0xfb, 0xcf, 0xe8)),
    ];

    /// <summary>Draws the picture and writes it as PNG.</summary>
    public static void Draw(CallPicture call, Stream png)
    {
        var rows = Machinery.ToDictionary(
            lane => lane.Lane,
            lane => Stack(call.Entries.Where(entry => entry.Lane == lane.Lane), call.Length)
        );
        var voices = Top + (2 * (VoiceHeight + WordsHeight)) + 30;
        var bottom = voices + rows.Values.Sum(lane => (Math.Max(1, lane.Rows) * RowHeight) + 14);
        using var sheet = new Sheet((int)bottom + 40, call.Length);

        sheet.Text(call.Title, Sheet.Left, 36, 22, Sheet.Ink);
        sheet.Text(
            "What the caller said and heard, in time. The cloud is simulated at the wire; the product's processes are real.",
            Sheet.Left,
            60,
            13,
            Sheet.Faint
        );
        sheet.Axis(Top - 8, bottom, call.Length);
        Voice(sheet, call, Lane.Caller, call.Caller.Span, Top, CallerColour);
        Voice(sheet, call, Lane.Agent, call.Agent.Span, Top + VoiceHeight + WordsHeight, AgentColour);
        Waits(sheet, call);
        var y = voices;
        foreach (var (lane, colour) in Machinery)
        {
            sheet.Text(lane.ToString().ToLowerInvariant(), Sheet.Left - 14, y + 15, 13, Sheet.Ink, SKTextAlign.Right);
            foreach (var (entry, row) in rows[lane].Entries)
            {
                Step(sheet, entry, y + (row * RowHeight), colour);
            }

            y += (Math.Max(1, rows[lane].Rows) * RowHeight) + 14;
        }

        sheet.Save(png);
    }

    private static void Voice(
        Sheet sheet,
        CallPicture call,
        Lane lane,
        ReadOnlySpan<short> samples,
        float top,
        SKColor colour
    )
    {
        var middle = top + (VoiceHeight / 2);
        sheet.Text(lane.ToString().ToLowerInvariant(), Sheet.Left - 14, middle + 5, 14, colour, SKTextAlign.Right);
        var end = sheet.X(TimeSpan.FromSeconds(samples.Length / (double)CallPicture.SampleRate));
        sheet.Line(Sheet.Left, middle, Math.Max(end, Sheet.Left), middle, colour.WithAlpha(90));
        var (lowest, highest) = Extremes(samples, TimeSpan.Zero, call.Length);
        var loudest = Math.Max(0.05f, Math.Max(highest, -lowest));
        for (float x = Sheet.Left; x < end; x++)
        {
            var (low, high) = Extremes(samples, sheet.TimeAt(x), sheet.TimeAt(x + 1));
            sheet.Line(
                x,
                middle - (high / loudest * VoiceHeight / 2),
                x,
                middle - (low / loudest * VoiceHeight / 2),
                colour
            );
        }

        var words = call.Entries.Where(entry => entry.Lane == lane).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var x = sheet.X(words[i].At);
            var next = i + 1 < words.Count ? sheet.X(words[i + 1].At) : Sheet.Width;
            sheet.Paragraph(
                words[i].Text,
                x,
                top + VoiceHeight + 16,
                Math.Max(60, next - x - 10),
                WordLines,
                12,
                Sheet.Ink
            );
        }
    }

    private static void Waits(Sheet sheet, CallPicture call)
    {
        var y = Top + VoiceHeight + WordsHeight - 4;
        foreach (var wait in Speech.Waits(Speech.In(call.Caller.Span), Speech.In(call.Agent.Span)))
        {
            var (from, to) = (sheet.X(wait.From), sheet.X(wait.To));
            sheet.Line(from, y, to, y, Sheet.Faint, 1.5f);
            sheet.Line(from, y - 5, from, y + 5, Sheet.Faint, 1.5f);
            sheet.Line(to, y - 5, to, y + 5, Sheet.Faint, 1.5f);
            sheet.Text(
                $"{(wait.To - wait.From).TotalSeconds:F1} s",
                (from + to) / 2,
                y + 16,
                12,
                Sheet.Faint,
                SKTextAlign.Center
            );
        }
    }

    private static void Step(Sheet sheet, JournalEntry entry, float y, SKColor colour)
    {
        var (from, to) = (sheet.X(entry.At), sheet.X(entry.At + entry.Duration));
        sheet.Box(from, y, to, y + RowHeight - 4, colour);
        var label = to - from > 60 ? entry.Text : ShortLabel(entry);
        sheet.Text(
            label,
            to - from > sheet.Measure(label, LabelSize) + 8 ? from + 4 : Math.Max(from, to) + 4,
            y + 13,
            LabelSize,
            Sheet.Ink
        );
    }

    // A function's name says enough beside a thin bar; what a flow or bridge did is a sentence.
    private static string ShortLabel(JournalEntry entry) =>
        entry.Lane == Lane.Lambda ? entry.Text.Split(' ')[0] : entry.Text;

    /// <summary>Puts entries that would lie on one another into rows of their own.</summary>
    private static (List<(JournalEntry Entry, int Row)> Entries, int Rows) Stack(
        IEnumerable<JournalEntry> entries,
        TimeSpan length
    )
    {
        var secondsPerPixel = length.TotalSeconds / (Sheet.Width - Sheet.Left - Sheet.Right);
        var placed = new List<(JournalEntry, int)>();
        var free = new List<TimeSpan>();
        foreach (var entry in entries.OrderBy(entry => entry.At))
        {
            var row = free.FindIndex(until => until <= entry.At);
            if (row < 0)
            {
                (row, free) = (free.Count, [.. free, default]);
            }

            var label = TimeSpan.FromSeconds(((ShortLabel(entry).Length * 6.6) + 10) * secondsPerPixel);
            free[row] = entry.At + entry.Duration + label;
            placed.Add((entry, row));
        }

        return (placed, free.Count);
    }

    private static (float Low, float High) Extremes(ReadOnlySpan<short> samples, TimeSpan from, TimeSpan to)
    {
        var first = Math.Clamp((int)(from.TotalSeconds * CallPicture.SampleRate), 0, samples.Length);
        var last = Math.Clamp((int)(to.TotalSeconds * CallPicture.SampleRate), first, samples.Length);
        var (low, high) = (0, 0);
        foreach (var sample in samples[first..last])
        {
            low = Math.Min(low, sample);
            high = Math.Max(high, sample);
        }

        return (low / 32768f, high / 32768f);
    }
}
