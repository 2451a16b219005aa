using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Script;

/// <summary>
/// The rise and fall of a voice's loudness, by which a recording is known again. It knows recordings, not words: the
/// same sentence from another mouth is another print.
/// </summary>
public sealed class VoicePrint
{
    private const int FrameSamples = Telephone.Hertz / 50;

    // Two recordings of speech of one length stay under 0.8; a recording and itself, cut a little otherwise, over 0.97.
    private const double Same = 0.92;
    private const int MaxShift = 8;

    private readonly double[] _levels;

    private VoicePrint(double[] levels) => _levels = levels;

    /// <summary>Takes the print of a voice; silence before and behind it does not count.</summary>
    /// <param name="samples">16-bit, 8 kHz, mono.</param>
    public static VoicePrint Of(ReadOnlySpan<short> samples)
    {
        var levels = new double[samples.Length / FrameSamples];
        for (var i = 0; i < levels.Length; i++)
        {
            // Below -60 dB is the line's own noise, in which nothing is told apart.
            levels[i] = Math.Max(-60, Loudness.Decibels(samples.Slice(i * FrameSamples, FrameSamples)));
        }

        var peak = levels.Length == 0 ? 0 : levels.Max();
        var first = Array.FindIndex(levels, level => level > peak - 25);
        var last = Array.FindLastIndex(levels, level => level > peak - 25);
        return new VoicePrint(first < 0 ? [] : levels[first..(last + 1)]);
    }

    /// <summary>Whether both are of one recording.</summary>
    public bool IsLike(VoicePrint other)
    {
        var length = Math.Min(_levels.Length, other._levels.Length);
        if (length < 10 || Math.Abs(_levels.Length - other._levels.Length) > Math.Max(MaxShift, length / 10))
        {
            return false;
        }

        for (var shift = -MaxShift; shift <= MaxShift; shift++)
        {
            if (Likeness(_levels, other._levels, shift) >= Same)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this one is the end of another's recording: what is heard when a line's beginning was lost.</summary>
    public bool IsEndOf(VoicePrint whole)
    {
        const int Enough = 40;
        return _levels.Length >= Enough
            && _levels.Length < whole._levels.Length
            && new VoicePrint(whole._levels[^_levels.Length..]).IsLike(this);
    }

    /// <summary>Pearson's correlation, the second moved by some frames.</summary>
    private static double Likeness(double[] left, double[] right, int shift)
    {
        var from = Math.Max(0, -shift);
        var to = Math.Min(left.Length, right.Length - shift);
        var (count, meanLeft, meanRight) = (to - from, 0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            meanLeft += left[i] / count;
            meanRight += right[i + shift] / count;
        }

        var (both, squaresLeft, squaresRight) = (0.0, 0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            var (a, b) = (left[i] - meanLeft, right[i + shift] - meanRight);
            both += a * b;
            squaresLeft += a * a;
            squaresRight += b * b;
        }

        return squaresLeft > 0 && squaresRight > 0 ? both / Math.Sqrt(squaresLeft * squaresRight) : 0;
    }
}
