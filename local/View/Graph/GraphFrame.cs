using System.Globalization;
using SkiaSharp;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.View.Graph;

/// <summary>What stands above a graph, which execution it is and how it ended, and below it, what the colours mean.</summary>
internal sealed class GraphFrame
{
    public const float Margin = 36;
    public const float FootHeight = 74;

    private const float TitleSize = 22;
    private const float FactSize = 13;
    private const float LegendSize = 12;
    private const float FirstFailureLine = 84;
    private const float LineHeight = 18;
    private const float Swatch = 12;

    // A cause has its mend at its end: it is shown whole, unless it is a page.
    private const int MostFailureLines = 12;

    private static readonly SKColor s_ink = new(0x1f, 0x29, 0x37);
    private static readonly SKColor s_faint = new(0x6b, 0x72, 0x80);

    private readonly string _title;
    private readonly Passage _passage;
    private readonly Lettering _lettering;
    private readonly List<string> _failure;

    public GraphFrame(string title, Passage passage, float width, Lettering lettering)
    {
        (_passage, _lettering) = (passage, lettering);
        var room = width - (2 * Margin);
        _title = lettering.Shorten(title, TitleSize, room);
        _failure = passage.Failure is { } failure
            ? lettering.Break(failure.ToString(), FactSize, room, MostFailureLines)
            : [];
    }

    public float HeadHeight => FirstFailureLine + (_failure.Count * LineHeight) + 10;

    /// <param name="bottom">Where the graph ends.</param>
    public void Draw(GraphSheet sheet, float bottom)
    {
        sheet.Text(_title, Margin, 40, TitleSize, s_ink, SKTextAlign.Left);
        var (end, colours) = _passage.End switch
        {
            StayEnd.Passed => ("succeeded after", StateColours.Passed),
            StayEnd.Failed => ("failed after", StateColours.Failed),
            StayEnd.Stopped => ("was stopped after", StateColours.Stopped),
            _ => ("has been running for", StateColours.Running),
        };
        var told = $"{end} {Words.Of(_passage.Length)}";
        sheet.Text(told, Margin, 64, FactSize, colours.Edge, SKTextAlign.Left);
        var began = _passage.Began.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var x = Margin + _lettering.Measure(told, FactSize);
        sheet.Text($"  ·  began {began} UTC", x, 64, FactSize, s_faint, SKTextAlign.Left);
        for (var i = 0; i < _failure.Count; i++)
        {
            var y = FirstFailureLine + (i * LineHeight);
            sheet.Text(_failure[i], Margin, y, FactSize, StateColours.Failed.Fact, SKTextAlign.Left);
        }

        Legend(sheet, bottom + FootHeight - 26);
    }

    private void Legend(GraphSheet sheet, float y)
    {
        var x = Margin;
        foreach (var (colours, meaning) in Meanings())
        {
            sheet.Box(new Area(x, y - Swatch + 2, Swatch * 1.5f, Swatch), colours.Fill, colours.Edge, 3);
            x += (Swatch * 1.5f) + 6;
            Write(meaning);
        }

        var bar = new Area(x, y - 6, Swatch * 3, 4);
        sheet.Box(bar, StateColours.Passed.Edge.WithAlpha(45), null, 2);
        sheet.Box(bar with { Left = x + Swatch, Width = Swatch }, StateColours.Passed.Edge, null, 2);
        x += (Swatch * 3) + 6;
        Write("when, within the whole execution");

        void Write(string meaning)
        {
            sheet.Text(meaning, x, y, LegendSize, s_faint, SKTextAlign.Left);
            x += _lettering.Measure(meaning, LegendSize) + 18;
        }
    }

    private IEnumerable<(StateColours Colours, string Meaning)> Meanings()
    {
        yield return (StateColours.Passed, "passed");
        yield return (StateColours.Failed, "failed");
        if (_passage.End == StayEnd.Running)
        {
            yield return (StateColours.Running, "runs");
        }

        if (_passage.HasStopped)
        {
            yield return (StateColours.Stopped, "stopped");
        }

        yield return (StateColours.Unreached, "not reached");
    }
}
