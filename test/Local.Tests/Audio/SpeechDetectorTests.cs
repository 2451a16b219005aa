using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Tests.Audio;

public sealed class SpeechDetectorTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.003)]
    [InlineData(0.02)]
    public void Speech_stands_out_of_the_noise_of_the_line(double noise)
    {
        var loud = Hear(noise, Silence(2000), Tone.Of(300, 1000), Silence(2000));

        loud[..100].ShouldAllBe(static frame => !frame);
        loud[101..149].ShouldAllBe(static frame => frame);
        loud[151..].ShouldAllBe(static frame => !frame);
    }

    [Fact]
    public void Speech_is_heard_for_as_long_as_it_has_gaps()
    {
        short[][] words =
        [
            .. Enumerable.Range(0, 30).SelectMany(static _ => new[] { Tone.Of(300, 700), Silence(100) }),
        ];
        var loud = Hear(0.003, words);
        loud.Count(static frame => frame).ShouldBeGreaterThan(30 * 33);
    }

    [Fact]
    public void Loudness_of_a_full_sine_is_three_dB_below_full_scale()
    {
        Loudness.Decibels(Tone.Of(1000, 100, 1.0)).ShouldBe(-3.01, 0.01);
        Loudness.Decibels(new short[10]).ShouldBe(-96);
        Loudness.Decibels([]).ShouldBe(-96);
    }

    private static short[] Silence(int milliseconds) => Tone.Silence(milliseconds);

    private static bool[] Hear(double noise, params short[][] parts)
    {
        var random = new Random(1);
        ReadOnlySpan<short> samples = parts
            .SelectMany(static part => part)
            .Select(s => (short)Math.Clamp(s + (noise * 32767 * ((random.NextDouble() * 2) - 1)), -32768, 32767))
            .ToArray();
        var detector = new SpeechDetector();
        List<bool> loud = [];
        // In odd pieces, as a stream brings them.
        while (!samples.IsEmpty)
        {
            var piece = samples[..Math.Min(97, samples.Length)];
            samples = samples[piece.Length..];
            while (detector.Next(ref piece) is { } frame)
            {
                loud.Add(frame);
            }
        }

        return [.. loud];
    }
}
