using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.View.Graph;

/// <summary>Measures and draws the boxes of states.</summary>
internal sealed class BoxDrawing(Passage passage, Lettering lettering)
{
    private const float NameSize = 14;
    private const float FactSize = 12.5f;
    private const float LineHeight = 18;
    private const float Padding = 12;
    private const float Top = 8;
    private const float BarHeight = 4;
    private const float BelowBar = 6;
    private const float LeastWidth = 104;
    private const float MostWidth = 330;

    /// <summary>The room that a state's own words take, and the bar of its times beneath them.</summary>
    public Area Measure(State state)
    {
        var words = StateWords.Of(state, passage);
        var widest = words
            .Lines.Select(line => lettering.Measure(line, FactSize))
            .Append(lettering.Measure(words.Name, NameSize))
            .Max();
        var height =
            Top + (LineHeight * (words.Lines.Count + 1)) + (HasBar(state) ? BarHeight + BelowBar + 2 : Top - 2);
        return new Area(0, 0, Math.Clamp(widest + (2 * Padding), LeastWidth, MostWidth), height);
    }

    public void Draw(GraphSheet sheet, PlacedState box)
    {
        var (state, area) = (box.State, box.Area);
        var stays = passage.Stays(state.Name);
        var colours = StateColours.Of(stays.Count == 0 ? null : stays[^1].End);
        var holds = state is ParallelState or MapState;
        // What is within shows its own colours on a paler ground.
        var ground = holds ? colours.Fill.WithAlpha(90) : colours.Fill;
        sheet.Box(area, ground, colours.Edge, state is ChoiceState ? area.Height / 2 : 6);

        var words = StateWords.Of(state, passage);
        var y = area.Top + Top + 13;
        Write(sheet, words.Name, area, y, NameSize, colours.Name);
        foreach (var line in words.Lines)
        {
            y += LineHeight;
            Write(sheet, line, area, y, FactSize, colours.Fact);
        }

        if (HasBar(state))
        {
            Bar(sheet, area, area.Top + Measure(state).Height - BelowBar - BarHeight, stays);
        }
    }

    private bool HasBar(State state) =>
        state is TaskState or WaitState or ParallelState or MapState && passage.Stays(state.Name).Count > 0;

    private void Write(GraphSheet sheet, string text, Area area, float y, float size, SkiaSharp.SKColor colour) =>
        sheet.Text(lettering.Shorten(text, size, area.Width - Padding), area.CentreX, y, size, colour);

    /// <summary>When in the execution's time the state was being run: the bar's width is the whole of it.</summary>
    private void Bar(GraphSheet sheet, Area area, float y, IReadOnlyList<Stay> stays)
    {
        var (left, width) = (area.Left + Padding, area.Width - (2 * Padding));
        var whole = Math.Max(passage.Length.TotalSeconds, 0.001);
        var track = new Area(left, y, width, BarHeight);
        sheet.Box(track, StateColours.Of(stays[^1].End).Edge.WithAlpha(45), null, BarHeight / 2);
        foreach (var stay in stays)
        {
            var from = (float)((stay.Entered - passage.Began).TotalSeconds / whole) * width;
            var length = Math.Max((float)(stay.Length.TotalSeconds / whole) * width, 3);
            from = Math.Min(from, width - length);
            var part = new Area(left + from, y, length, BarHeight);
            sheet.Box(part, StateColours.Of(stay.End).Edge, null, BarHeight / 2);
        }
    }
}
