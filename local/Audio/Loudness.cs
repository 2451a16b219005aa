namespace SonicBridge.Local.Audio;

/// <summary>How loud a sound is.</summary>
// The product has its own on purpose: what it takes for a voice is judged here by another measure.
public static class Loudness
{
    /// <summary>What digital silence is reckoned as: the smallest step of 16 bits is near it.</summary>
    public const double Silence = -96;

    /// <summary>The root mean square in dB of full scale: 0 is loudest, speech is about -25, silence -96.</summary>
    public static double Decibels(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
        {
            return Silence;
        }

        var squares = 0.0;
        foreach (var sample in samples)
        {
            squares += (double)sample * sample;
        }

        var mean = squares / samples.Length / (32768.0 * 32768.0);
        return mean <= 0 ? Silence : Math.Max(Silence, 10 * Math.Log10(mean));
    }
}
