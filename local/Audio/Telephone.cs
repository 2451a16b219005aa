namespace SonicBridge.Local.Audio;

/// <summary>The one format of sound in a call: 16-bit samples, 8000 each second, one channel.</summary>
public static class Telephone
{
    /// <summary>Samples per second.</summary>
    public const int Hertz = 8000;

    /// <summary>How long so many samples last.</summary>
    public static TimeSpan DurationOf(long samples) => TimeSpan.FromTicks(samples * (TimeSpan.TicksPerSecond / Hertz));

    /// <summary>How many samples a time holds, the last one whole.</summary>
    public static long SamplesIn(TimeSpan duration) => duration.Ticks / (TimeSpan.TicksPerSecond / Hertz);
}
