using SkiaSharp;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.View.Graph;

/// <summary>The sheet that a graph is drawn on, in pixels of a page; the picture has about twice as many.</summary>
internal sealed class GraphSheet : IDisposable
{
    private const float Rounding = 7;
    private const float HeadLength = 7;
    private const float HeadWidth = 4;

    // Wide enough to be sharp on a dense screen, and no wider than pages show.
    private const float MostPixels = 2400;

    private readonly SKSurface _surface;
    private readonly Lettering _lettering;

    public GraphSheet(float width, float height, Lettering lettering)
    {
        _lettering = lettering;
        var scale = Math.Min(2, MostPixels / width);
        var size = new SKImageInfo((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale));
        _surface = SKSurface.Create(size);
        _surface.Canvas.Clear(SKColors.White);
        _surface.Canvas.Scale(scale);
    }

    private SKCanvas Canvas => _surface.Canvas;

    public void Box(Area area, SKColor fill, SKColor? edge, float corner)
    {
        var place = new SKRect(area.Left, area.Top, area.Right, area.Bottom);
        using var inside = new SKPaint { Color = fill, IsAntialias = true };
        Canvas.DrawRoundRect(place, corner, corner, inside);
        if (edge is { } colour)
        {
            using var line = Stroke(colour, 1.3f);
            Canvas.DrawRoundRect(place, corner, corner, line);
        }
    }

    /// <summary>Draws a line with rounded corners, and a head at its end.</summary>
    public void Arrow(IReadOnlyList<Corner> corners, SKColor colour, float width)
    {
        var points = corners.Select(static corner => new SKPoint(corner.X, corner.Y)).ToList();
        var (tip, before) = (points[^1], points.FindLast(point => point != points[^1]));
        var length = SKPoint.Distance(tip, before);
        if (length < 1)
        {
            return;
        }

        var along = new SKPoint((tip.X - before.X) / length, (tip.Y - before.Y) / length);
        points[^1] = tip - new SKPoint(along.X * HeadLength, along.Y * HeadLength);
        using var builder = new SKPathBuilder();
        builder.MoveTo(points[0]);
        for (var i = 1; i < points.Count - 1; i++)
        {
            builder.ArcTo(points[i], points[i + 1], RoundingAt(points, i));
        }

        builder.LineTo(points[^1]);
        using var path = builder.Detach();
        using var line = Stroke(colour, width);
        Canvas.DrawPath(path, line);

        using var triangle = new SKPathBuilder();
        var across = new SKPoint(-along.Y * HeadWidth, along.X * HeadWidth);
        triangle.MoveTo(tip);
        triangle.LineTo(points[^1] + across);
        triangle.LineTo(points[^1] - across);
        triangle.Close();
        using var head = triangle.Detach();
        using var inside = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawPath(head, inside);
    }

    public void Text(string text, float x, float y, float size, SKColor colour, SKTextAlign align = SKTextAlign.Center)
    {
        using var font = _lettering.Font(size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawText(text, x, y, align, font, paint);
    }

    public void Save(Stream png)
    {
        using var image = _surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }

    public void Dispose() => _surface.Dispose();

    private static float RoundingAt(List<SKPoint> points, int i)
    {
        var shorter = Math.Min(SKPoint.Distance(points[i - 1], points[i]), SKPoint.Distance(points[i], points[i + 1]));
        return Math.Min(Rounding, shorter / 2);
    }

    private static SKPaint Stroke(SKColor colour, float width) =>
        new()
        {
            Color = colour,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = width,
        };
}
