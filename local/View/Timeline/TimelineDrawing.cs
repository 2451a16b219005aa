namespace SonicBridge.Local.View.Timeline;

/// <summary>Draws a call: both voices with their words, how long each answer took, and the machinery beneath.</summary>
public static class TimelineDrawing
{
    private const float Top = 92;
    private const string Explanation = "What the caller said and heard, in time, and how long each answer took.";

    // Sharp on a dense screen; a call of many minutes would make too large a file of it.
    private const int MostSharpStrips = 4;

    /// <summary>Draws the picture and writes it as PNG.</summary>
    public static void Draw(CallPicture call, Stream png)
    {
        using var lettering = new Lettering();
        var strips = Strip.Of(call.Length).Select(strip => new StripDrawing(call, strip, lettering)).ToList();
        using var sheet = new Sheet(
            Top + strips.Sum(strip => strip.Height),
            strips.Count <= MostSharpStrips ? 2 : 1,
            lettering
        );
        sheet.Text(lettering.Shorten(call.Title, 22, Sheet.Width - Sheet.Left), Sheet.Left, 36, 22, Sheet.Ink);
        sheet.Text($"{Explanation} {call.Reality}", Sheet.Left, 60, 13, Sheet.Faint);
        var y = Top;
        foreach (var strip in strips)
        {
            strip.Draw(sheet, y);
            y += strip.Height;
        }

        sheet.Save(png);
    }
}
