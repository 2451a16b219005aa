namespace SonicBridge.Local.Audio;

/// <summary>
/// Hears by energy alone whether somebody speaks: a stretch of 20 ms is loud when it stands out of the quietest that was
/// heard in the last seconds. It knows no words, and music or a bark is speech to it.
/// </summary>
public sealed class SpeechDetector
{
    private const int FramesPerSecond = 50;

    // A telephone's own noise is below -50 dB; what is above -22 dB is speech in any noise.
    private const double LowestThreshold = -50;
    private const double HighestThreshold = -22;
    private const double AboveNoise = 10;

    // The quietest of four windows of 1.25 s: words leave a gap in five seconds, a humming line does not.
    private const int Windows = 4;
    private const int WindowFrames = FramesPerSecond * 5 / 4;

    private readonly short[] _frame;
    private readonly double[] _quietest = new double[Windows];
    private int _filled;
    private int _frames;

    /// <param name="hertz">The rate of the samples.</param>
    public SpeechDetector(int hertz = Telephone.Hertz)
    {
        _frame = new short[hertz / FramesPerSecond];
        Array.Fill(_quietest, double.PositiveInfinity);
    }

    /// <summary>How long one judgement covers.</summary>
    public static TimeSpan FrameDuration { get; } = TimeSpan.FromMilliseconds(1000 / FramesPerSecond);

    /// <summary>Takes in samples up to the end of a frame.</summary>
    /// <param name="samples">On return, what is left of them.</param>
    /// <returns>Whether the frame was loud; null when there was not enough for a whole one.</returns>
    public bool? Next(ref ReadOnlySpan<short> samples)
    {
        var taken = Math.Min(samples.Length, _frame.Length - _filled);
        samples[..taken].CopyTo(_frame.AsSpan(_filled));
        samples = samples[taken..];
        _filled += taken;
        if (_filled < _frame.Length)
        {
            return null;
        }

        _filled = 0;
        return IsLoud(Loudness.Decibels(_frame));
    }

    private bool IsLoud(double level)
    {
        var window = _frames++ / WindowFrames % Windows;
        if (_frames % WindowFrames == 1)
        {
            _quietest[window] = double.PositiveInfinity;
        }

        _quietest[window] = Math.Min(_quietest[window], level);
        return level > Math.Clamp(_quietest.Min() + AboveNoise, LowestThreshold, HighestThreshold);
    }
}
