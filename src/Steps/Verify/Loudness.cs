namespace SonicBridge.Steps.Verify;

/// <summary>Tells a voice from silence by its energy.</summary>
internal static class Loudness
{
    // A window of 20 ms, over which speech is about even.
    private const int Window = MuLawSound.Hertz / 50;

    // A faint voice on a telephone has -45 dB of full scale; µ-law's noise in silence is below -70.
    private const double Threshold = short.MaxValue * 0.0056;

    private const int Fewest = 5;

    /// <summary>Whether a tenth of a second of it can be heard.</summary>
    public static bool IsAudible(ReadOnlySpan<short> samples)
    {
        var loud = 0;
        for (var start = 0; start + Window <= samples.Length; start += Window)
        {
            var energy = 0.0;
            foreach (var sample in samples.Slice(start, Window))
            {
                energy += (double)sample * sample;
            }

            loud += Math.Sqrt(energy / Window) >= Threshold ? 1 : 0;
        }

        return loud >= Fewest;
    }
}
