using System.Buffers.Binary;

namespace SonicBridge.Local.Audio;

/// <summary>Turns the samples of any <see cref="WavFormat"/> into one channel of floats, full scale at 1.</summary>
internal static class SampleDecoder
{
    /// <param name="samples">Whole frames.</param>
    /// <returns>The mean of all channels.</returns>
    public static float[] ToMono(ReadOnlySpan<byte> samples, WavFormat format)
    {
        var mono = new float[samples.Length / format.FrameBytes];
        for (var frame = 0; frame < mono.Length; frame++)
        {
            var sum = 0.0;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += Decode(samples, format);
                samples = samples[format.SampleBytes..];
            }

            mono[frame] = (float)(sum / format.Channels);
        }

        return mono;
    }

    /// <summary>The nearest sample; what is over full scale is cut there.</summary>
    public static short ToSample(double value) =>
        (short)Math.Clamp(Math.Round(value * 32768, MidpointRounding.ToEven), short.MinValue, short.MaxValue);

    private static double Decode(ReadOnlySpan<byte> sample, WavFormat format) =>
        format.Encoding switch
        {
            SampleEncoding.MuLaw => MuLaw.Decode(sample[0]) / 32768.0,
            SampleEncoding.ALaw => ALaw.Decode(sample[0]) / 32768.0,
            SampleEncoding.FloatingPoint => Finite(
                format.SampleBytes == 4
                    ? BinaryPrimitives.ReadSingleLittleEndian(sample)
                    : BinaryPrimitives.ReadDoubleLittleEndian(sample)
            ),
            _ => format.SampleBytes switch
            {
                1 => (sample[0] - 128) / 128.0,
                2 => BinaryPrimitives.ReadInt16LittleEndian(sample) / 32768.0,
                3 => (sample[0] | (sample[1] << 8) | ((sbyte)sample[2] << 16)) / 8388608.0,
                _ => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648.0,
            },
        };

    // Not a number is no sound; far over full scale is cut before sums overflow.
    private static double Finite(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, -8, 8);
}
