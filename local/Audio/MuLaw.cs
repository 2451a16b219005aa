using System.Numerics;

namespace SonicBridge.Local.Audio;

/// <summary>G.711 µ-law: 14 bits of loudness in a byte, as North American telephony carries a voice.</summary>
// The product has its own on purpose: what two encode alike that were written apart is right.
public static class MuLaw
{
    // G.711's own figures on a 16-bit scale: the bias that makes each segment twice the one before, and the clip level.
    private const int Bias = 0x84;
    private const int Clip = 32635;

    private static readonly short[] Table = [.. Enumerable.Range(0, 256).Select(static code => Expand((byte)code))];

    /// <summary>The sample that a byte stands for.</summary>
    public static short Decode(byte code) => Table[code];

    /// <summary>The byte that stands for a sample.</summary>
    public static byte Encode(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), Clip) + Bias;
        var segment = BitOperations.Log2((uint)magnitude) - 7;
        var step = (magnitude >> (segment + 3)) & 0x0F;
        return (byte)~(sign | (segment << 4) | step);
    }

    private static short Expand(byte code)
    {
        var bits = (byte)~code;
        var magnitude = ((((bits & 0x0F) << 3) + Bias) << ((bits >> 4) & 7)) - Bias;
        return (short)((bits & 0x80) == 0 ? magnitude : -magnitude);
    }
}
