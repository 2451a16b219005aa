using SkiaSharp;

namespace SonicBridge.Local.View.Timeline;

/// <summary>The sheet that is drawn on: a time axis, a typeface, and a few strokes.</summary>
internal sealed class Sheet : IDisposable
{
    public const int Width = 1800;
    public const int Left = 120;
    public const int Right = 30;

    public static readonly SKColor Ink = new(0x1f, 0x29, 0x37);
    public static readonly SKColor Faint = new(0x6b, 0x72, 0x80);
    private static readonly SKColor Rule = new(0xe5, 0xe7, 0xeb);

    private readonly SKSurface _surface;
    private readonly SKTypeface _typeface;
    private readonly double _pixelsPerSecond;

    public Sheet(int height, TimeSpan length)
    {
        Height = height;
        _pixelsPerSecond = (Width - Left - Right) / Math.Max(1, length.TotalSeconds);
        _surface = SKSurface.Create(new SKImageInfo(Width, height));
        _surface.Canvas.Clear(SKColors.White);
        using var font =
            typeof(Sheet).Assembly.GetManifestResourceStream("DejaVuSans-Latin.ttf")
            ?? throw new InvalidOperationException("The font is not in the assembly.");
        _typeface = SKTypeface.FromStream(font);
    }

    public int Height { get; }

    private SKCanvas Canvas => _surface.Canvas;

    public float X(TimeSpan at) => Left + (float)(at.TotalSeconds * _pixelsPerSecond);

    public TimeSpan TimeAt(float x) => TimeSpan.FromSeconds((x - Left) / _pixelsPerSecond);

    public void Axis(float top, float bottom, TimeSpan length)
    {
        var step = length.TotalSeconds switch
        {
            <= 20 => 1,
            <= 60 => 5,
            <= 300 => 15,
            _ => 60,
        };
        for (var second = 0; second <= length.TotalSeconds; second += step)
        {
            var x = X(TimeSpan.FromSeconds(second));
            Line(x, top, x, bottom, Rule);
            Text($"{second} s", x, bottom + 18, 12, Faint, SKTextAlign.Center);
        }
    }

    public void Line(float x0, float y0, float x1, float y1, SKColor colour, float width = 1)
    {
        using var paint = Stroke(colour, width);
        Canvas.DrawLine(x0, y0, x1, y1, paint);
    }

    public void Box(float x0, float y0, float x1, float y1, SKColor colour)
    {
        using var paint = Fill(colour);
        Canvas.DrawRoundRect(new SKRect(x0, y0, Math.Max(x1, x0 + 2), y1), 3, 3, paint);
    }

    public float Measure(string text, float size)
    {
        using var font = new SKFont(_typeface, size);
        return font.MeasureText(text);
    }

    public void Text(string text, float x, float y, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(_typeface, size);
        using var paint = Fill(colour);
        Canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>Writes words below one another in a column, as many lines as it may take.</summary>
    public void Paragraph(string text, float x, float y, float width, int lines, float size, SKColor colour)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Measure(longer, size) > width)
            {
                if (--lines == 0)
                {
                    Text($"{line} …", x, y, size, colour);
                    return;
                }

                Text(line, x, y, size, colour);
                (line, y) = (word, y + (size * 1.3f));
            }
            else
            {
                line = longer;
            }
        }

        Text(line, x, y, size, colour);
    }

    public void Save(Stream png)
    {
        using var image = _surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }

    public void Dispose()
    {
        _typeface.Dispose();
        _surface.Dispose();
    }

    private static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };

    private static SKPaint Stroke(SKColor colour, float width) =>
        new()
        {
            Color = colour,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = width,
        };
}
