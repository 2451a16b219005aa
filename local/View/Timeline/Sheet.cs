using SkiaSharp;

namespace SonicBridge.Local.View.Timeline;

/// <summary>The sheet that is drawn on, in pixels of a page 1280 wide; the picture has twice as many.</summary>
internal sealed class Sheet : IDisposable
{
    public const int Width = 1280;
    public const int Left = 92;
    public const int Right = 24;

    public static readonly SKColor Ink = new(0x1f, 0x29, 0x37);
    public static readonly SKColor Faint = new(0x6b, 0x72, 0x80);

    private readonly SKSurface _surface;
    private readonly Lettering _lettering;

    public Sheet(float height, int scale, Lettering lettering)
    {
        _lettering = lettering;
        _surface = SKSurface.Create(new SKImageInfo(Width * scale, (int)Math.Ceiling(height) * scale));
        _surface.Canvas.Clear(SKColors.White);
        _surface.Canvas.Scale(scale);
    }

    private SKCanvas Canvas => _surface.Canvas;

    public void Line(float x0, float y0, float x1, float y1, SKColor colour, float width = 1)
    {
        using var paint = new SKPaint
        {
            Color = colour,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = width,
        };
        Canvas.DrawLine(x0, y0, x1, y1, paint);
    }

    public void Box(float x0, float y0, float x1, float y1, SKColor colour)
    {
        using var paint = Fill(colour);
        Canvas.DrawRoundRect(new SKRect(x0, y0, x1, y1), 3, 3, paint);
    }

    public void Text(string text, float x, float y, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = _lettering.Font(size);
        using var paint = Fill(colour);
        Canvas.DrawText(text, x, y, align, font, paint);
    }

    public void Save(Stream png)
    {
        using var image = _surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }

    public void Dispose() => _surface.Dispose();

    private static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };
}
