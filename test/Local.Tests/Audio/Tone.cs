namespace SonicBridge.Local.Tests.Audio;

/// <summary>Measures and makes tones.</summary>
internal static class Tone
{
    public static short[] Of(double frequency, int milliseconds, double amplitude = 0.3, int hertz = 8000) =>
        [
            .. Enumerable
                .Range(0, hertz * milliseconds / 1000)
                .Select(n => (short)(amplitude * 32767 * Math.Sin(2 * Math.PI * frequency * n / hertz))),
        ];

    public static short[] Silence(int milliseconds, int hertz = 8000) => new short[hertz * milliseconds / 1000];

    /// <summary>
    /// How far what is not the tone lies below it, in dB, by fitting sine and cosine; the ends, where a filter starts,
    /// are left out.
    /// </summary>
    public static (double Amplitude, double SignalToRest) Measure(ReadOnlySpan<short> samples, double frequency)
    {
        var middle = samples[400..^400];
        var (sine, cosine) = (0.0, 0.0);
        for (var n = 0; n < middle.Length; n++)
        {
            sine += middle[n] * Math.Sin(2 * Math.PI * frequency * n / 8000);
            cosine += middle[n] * Math.Cos(2 * Math.PI * frequency * n / 8000);
        }

        (sine, cosine) = (sine * 2 / middle.Length, cosine * 2 / middle.Length);
        var (tone, rest) = (0.0, 0.0);
        for (var n = 0; n < middle.Length; n++)
        {
            var angle = 2 * Math.PI * frequency * n / 8000;
            var fitted = (sine * Math.Sin(angle)) + (cosine * Math.Cos(angle));
            tone += fitted * fitted;
            rest += (middle[n] - fitted) * (middle[n] - fitted);
        }

        return (Math.Sqrt((sine * sine) + (cosine * cosine)) / 32768, 10 * Math.Log10(tone / rest));
    }
}
