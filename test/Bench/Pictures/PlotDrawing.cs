using SkiaSharp;
using SonicBridge.Local.View.Graph;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Bench.Pictures;

/// <summary>Draws a plot into a rectangle of a sheet.</summary>
internal sealed class PlotDrawing(Sheet sheet, Lettering lettering, Area frame)
{
    private const float TitleSize = 15;
    private const float TextSize = 12;
    private const float AxisLeft = 62;
    private const float AxisBelow = 44;
    private const float Head = 44;
    private const float Dash = 7;
    private const float Gap = 5;
    private const float LineHeight = 18;

    private static readonly SKColor s_grid = new(0xe5, 0xe7, 0xeb);

    private readonly Area _inside = new(
        frame.Left + AxisLeft,
        frame.Top + Head,
        frame.Width - AxisLeft,
        frame.Height - Head - AxisBelow
    );

    /// <summary>Draws axes, lines and, where it covers least, the legend.</summary>
    public void Draw(Plot plot)
    {
        sheet.Text(plot.Title, _inside.Left, frame.Top + 14, TitleSize, Sheet.Ink);
        foreach (var (at, text) in plot.Y.Ticks)
        {
            var y = _inside.Bottom - (plot.Y.Of(at) * _inside.Height);
            sheet.Line(_inside.Left, y, _inside.Right, y, s_grid);
            sheet.Text(text, _inside.Left - 6, y + 4, TextSize, Sheet.Faint, SKTextAlign.Right);
        }

        foreach (var (at, text) in plot.X.Ticks)
        {
            var x = _inside.Left + (plot.X.Of(at) * _inside.Width);
            sheet.Line(x, _inside.Top, x, _inside.Bottom, s_grid);
            sheet.Text(text, x, _inside.Bottom + 16, TextSize, Sheet.Faint, SKTextAlign.Center);
        }

        sheet.Line(_inside.Left, _inside.Bottom, _inside.Right, _inside.Bottom, Sheet.Faint);
        sheet.Text(plot.X.Title, _inside.CentreX, _inside.Bottom + 36, TextSize, Sheet.Ink, SKTextAlign.Center);
        sheet.Text(plot.Y.Title, _inside.Left - AxisLeft + 4, _inside.Top - 8, TextSize, Sheet.Ink);
        foreach (var line in plot.Lines)
        {
            Draw(plot, line);
        }

        Legend(plot);
    }

    private void Draw(Plot plot, Series line)
    {
        var points = line
            .Points.Select(point =>
                (
                    X: _inside.Left + (plot.X.Of(point.X) * _inside.Width),
                    Y: _inside.Bottom - (plot.Y.Of(point.Y) * _inside.Height)
                )
            )
            .ToList();
        for (var i = 1; i < points.Count; i++)
        {
            Stroke(points[i - 1], points[i], line);
        }

        if (line.IsMarked)
        {
            foreach (var (x, y) in points)
            {
                sheet.Box(x - 3.5f, y - 3.5f, x + 3.5f, y + 3.5f, line.Colour);
            }
        }
    }

    private void Stroke((float X, float Y) from, (float X, float Y) to, Series line)
    {
        const float Width = 2;
        if (!line.IsDashed)
        {
            sheet.Line(from.X, from.Y, to.X, to.Y, line.Colour, Width);
            return;
        }

        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = MathF.Sqrt((x * x) + (y * y));
        for (var at = 0f; at < length; at += Dash + Gap)
        {
            var (start, end) = (at / length, Math.Min(at + Dash, length) / length);
            sheet.Line(
                from.X + (x * start),
                from.Y + (y * start),
                from.X + (x * end),
                from.Y + (y * end),
                line.Colour,
                Width
            );
        }
    }

    /// <summary>In the upper corner in which fewer points are.</summary>
    private void Legend(Plot plot)
    {
        var named = plot.Lines.Where(static line => line.Name is not null).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var width = named.Max(line => lettering.Measure(line.Name!, TextSize)) + 40;
        var high = plot
            .Lines.SelectMany(static line => line.Points)
            .Where(point => plot.Y.Of(point.Y) > 0.55f)
            .ToList();
        var isRight = high.Count(point => plot.X.Of(point.X) > 0.5f) < high.Count / 2f;
        var left = isRight ? _inside.Right - width : _inside.Left + 10;
        var y = _inside.Top + 14;
        foreach (var line in named)
        {
            Stroke((left, y - 4), (left + 28, y - 4), line);
            sheet.Text(line.Name!, left + 34, y, TextSize, Sheet.Ink);
            y += LineHeight;
        }
    }
}
