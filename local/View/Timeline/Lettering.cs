using SkiaSharp;

namespace SonicBridge.Local.View.Timeline;

/// <summary>The picture's typeface, which is in the program: what a machine has installed makes no difference.</summary>
internal sealed class Lettering : IDisposable
{
    private readonly SKTypeface _typeface;

    public Lettering()
    {
        using var font =
            typeof(Lettering).Assembly.GetManifestResourceStream("DejaVuSans-Latin.ttf")
            ?? throw new InvalidOperationException("The font is not in the assembly.");
        _typeface = SKTypeface.FromStream(font);
    }

    public SKFont Font(float size) => new(_typeface, size) { Subpixel = true };

    public float Measure(string text, float size)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    /// <summary>As much of a text as the width takes, with an ellipsis where it is cut.</summary>
    public string Shorten(string text, float size, float width)
    {
        if (Measure(text, size) <= width)
        {
            return text;
        }

        var length = text.Length;
        while (length > 0 && Measure($"{text[..length].TrimEnd()}…", size) > width)
        {
            length--;
        }

        return length == 0 ? "" : $"{text[..length].TrimEnd()}…";
    }

    /// <summary>Breaks words into lines; what the last line cannot take is cut.</summary>
    public List<string> Break(string text, float size, float width, int most)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || lines.Count == most || Measure(longer, size) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines.Select(line => Shorten(line, size, width))];
    }

    public void Dispose() => _typeface.Dispose();
}
