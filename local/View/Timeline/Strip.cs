namespace SonicBridge.Local.View.Timeline;

/// <summary>A stretch of the call that is drawn across the sheet; a long call is several, one below the other.</summary>
internal readonly record struct Strip(TimeSpan From, TimeSpan To)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private const int Most = 12;

    public TimeSpan Length => To - From;

    private double PixelsPerSecond => (Sheet.Width - Sheet.Left - Sheet.Right) / Length.TotalSeconds;

    /// <summary>Parts a call evenly.</summary>
    public static IReadOnlyList<Strip> Of(TimeSpan call)
    {
        var whole = call < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : call;
        var count = Math.Clamp((int)Math.Ceiling(whole / Longest), 1, Most);
        return [.. Enumerable.Range(0, count).Select(i => new Strip(whole * i / count, whole * (i + 1) / count))];
    }

    /// <summary>Where a time is on the sheet; the strip's edge for a time outside of it.</summary>
    public float X(TimeSpan at) =>
        Sheet.Left + (float)(Math.Clamp((at - From).TotalSeconds, 0, Length.TotalSeconds) * PixelsPerSecond);

    public TimeSpan TimeAt(float x) => From + TimeSpan.FromSeconds((x - Sheet.Left) / PixelsPerSecond);

    /// <summary>Whether a moment is in this strip; the call's very last one is in the last.</summary>
    public bool Has(TimeSpan at) => at >= From && at <= To;

    /// <summary>Whether any of a stretch is in this strip.</summary>
    public bool Touches(TimeSpan from, TimeSpan to) => from < To && to > From;
}
