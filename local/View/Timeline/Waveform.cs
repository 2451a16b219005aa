namespace SonicBridge.Local.View.Timeline;

/// <summary>A voice's outline, as high as its loudest sample allows.</summary>
internal readonly ref struct Waveform(ReadOnlySpan<short> samples)
{
    private const float Quietest = 0.05f;

    private readonly ReadOnlySpan<short> _samples = samples;
    private readonly float _loudest = Loudest(samples);

    /// <summary>When it ends.</summary>
    public TimeSpan End => TimeSpan.FromSeconds(_samples.Length / (double)CallPicture.SampleRate);

    /// <summary>The lowest and the highest of a stretch, from -1 to 1.</summary>
    public (float Low, float High) Between(TimeSpan from, TimeSpan to)
    {
        var first = Math.Clamp((int)(from.TotalSeconds * CallPicture.SampleRate), 0, _samples.Length);
        var last = Math.Clamp((int)(to.TotalSeconds * CallPicture.SampleRate), first, _samples.Length);
        var (low, high) = Extremes(_samples[first..last]);
        return (low / _loudest, high / _loudest);
    }

    private static float Loudest(ReadOnlySpan<short> samples)
    {
        var (low, high) = Extremes(samples);
        return Math.Max(Quietest, Math.Max(high, -low));
    }

    private static (float Low, float High) Extremes(ReadOnlySpan<short> samples)
    {
        var (low, high) = (0, 0);
        foreach (var sample in samples)
        {
            low = Math.Min(low, sample);
            high = Math.Max(high, sample);
        }

        return (low / 32768f, high / 32768f);
    }
}
