namespace SonicBridge.Local.Audio;

/// <summary>
/// Changes the rate of a sound by a Kaiser-windowed sinc, flat to about 0.9 of the lower rate's half, with what would
/// fold back at least 80 dB down.
/// </summary>
internal static class Resampler
{
    // Zero crossings of the sinc on each side, and the window's shape: 80 dB by Kaiser's formula.
    private const int Crossings = 32;
    private const double Beta = 7.86;
    private const double Rolloff = 0.92;

    // Points of the filter per zero crossing; between them it is drawn straight, 100 dB exact.
    private const int Points = 512;

    private static readonly float[] Filter = BuildFilter();

    /// <summary>The same samples at another rate; themselves when the rates are one.</summary>
    public static short[] Resample(short[] samples, int from, int to) =>
        from == to
            ? samples
            : Array.ConvertAll(
                Resample(Array.ConvertAll(samples, static sample => sample / 32768f), from, to),
                static sample => SampleDecoder.ToSample(sample)
            );

    /// <summary>The same sound at another rate.</summary>
    public static float[] Resample(ReadOnlySpan<float> input, int from, int to)
    {
        if (from == to)
        {
            return input.ToArray();
        }

        var output = new float[(int)((((long)input.Length * to) + from - 1) / from)];
        // Below 1 where the rate falls: the filter then cuts at half the new rate.
        var cut = Math.Min(1.0, (double)to / from) * Rolloff;
        var reach = Crossings / cut;
        for (var n = 0; n < output.Length; n++)
        {
            var centre = (double)((long)n * from) / to;
            var first = Math.Max(0, (int)Math.Ceiling(centre - reach));
            var last = Math.Min(input.Length - 1, (int)Math.Floor(centre + reach));
            var sum = 0.0;
            for (var i = first; i <= last; i++)
            {
                sum += input[i] * At(Math.Abs(i - centre) * cut);
            }

            output[n] = (float)(sum * cut);
        }

        return output;
    }

    private static double At(double crossings)
    {
        var place = crossings * Points;
        var index = (int)place;
        if (index >= Filter.Length - 1)
        {
            return 0;
        }

        return Filter[index] + ((place - index) * (Filter[index + 1] - Filter[index]));
    }

    private static float[] BuildFilter()
    {
        var filter = new float[(Crossings * Points) + 2];
        for (var i = 0; i < Crossings * Points; i++)
        {
            var x = (double)i / Points;
            var sinc = i == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
            var inside = x / Crossings;
            filter[i] = (float)(sinc * Bessel(Beta * Math.Sqrt(1 - (inside * inside))) / Bessel(Beta));
        }

        return filter;
    }

    /// <summary>The modified Bessel function of the first kind and order zero.</summary>
    private static double Bessel(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > sum * 1e-12; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
