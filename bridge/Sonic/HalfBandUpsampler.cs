using System.Buffers;
using System.Runtime.InteropServices;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// Doubles the rate of 16-bit samples, 8 to 16 kHz, by a half-band filter: every second output sample is an input
/// sample as it was, and the one after it the weighted sum of the eight on either side.
/// </summary>
internal sealed class HalfBandUpsampler
{
    private const int Taps = 16;
    private const int Delay = Taps / 2;
    private static readonly short[] Weights = Design();

    // The last samples of the block before, so that blocks join without a seam.
    private readonly short[] _history = new short[Taps];
    private int? _oddByte;

    /// <summary>Resamples one block.</summary>
    /// <param name="pcm">16-bit little-endian at 8 kHz.</param>
    /// <param name="output">Takes twice the bytes, at 16 kHz, half a millisecond later.</param>
    public void Resample(ReadOnlySequence<byte> pcm, IBufferWriter<byte> output)
    {
        foreach (var segment in pcm)
        {
            Resample(segment.Span, output);
        }
    }

    private void Resample(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        if (_oddByte is { } low && bytes.Length > 0)
        {
            Push((short)(low | (bytes[0] << 8)), output);
            bytes = bytes[1..];
            _oddByte = null;
        }

        foreach (var sample in MemoryMarshal.Cast<byte, short>(bytes))
        {
            Push(sample, output);
        }

        if (bytes.Length % 2 == 1)
        {
            _oddByte = bytes[^1];
        }
    }

    private void Push(short sample, IBufferWriter<byte> output)
    {
        var history = _history.AsSpan();
        history[1..].CopyTo(history);
        history[^1] = sample;
        var sum = 0;
        for (var i = 0; i < Taps; i++)
        {
            sum += history[i] * Weights[i];
        }

        var pair = MemoryMarshal.Cast<byte, short>(output.GetSpan(4));
        pair[0] = history[Delay - 1];
        pair[1] = (short)Math.Clamp((sum + (1 << 14)) >> 15, short.MinValue, short.MaxValue);
        output.Advance(4);
    }

    // A sinc at half a sample's offset under a Blackman window, scaled to unity at zero frequency, in Q15.
    private static short[] Design()
    {
        var ideal = new double[Taps];
        var sum = 0.0;
        for (var i = 0; i < Taps; i++)
        {
            var x = i - (Delay - 0.5);
            var position = (i + 0.5) / Taps;
            var window = 0.42 - (0.5 * Math.Cos(2 * Math.PI * position)) + (0.08 * Math.Cos(4 * Math.PI * position));
            ideal[i] = Math.Sin(Math.PI * x) / (Math.PI * x) * window;
            sum += ideal[i];
        }

        return [.. ideal.Select(weight => (short)Math.Round(weight / sum * 32768))];
    }
}
