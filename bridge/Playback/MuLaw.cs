using System.Buffers.Binary;
using System.Numerics;

namespace SonicBridge.Bridge.Playback;

/// <summary>G.711 µ-law: 14 significant bits of a sample in 8, by segments that double in length (ITU-T G.711, table 2a).</summary>
public static class MuLaw
{
    // Moves the segments' bounds to powers of two: 33 of the standard's units, which are 4 of ours.
    private const int Bias = 33 * 4;
    private const int Most = (8191 * 4) + 3 - Bias;
    private const int LowestSegmentBits = 7;

    /// <summary>Encodes one sample.</summary>
    public static byte Encode(short sample)
    {
        var magnitude = Math.Min(Math.Abs((int)sample), Most) + Bias;
        var segment = BitOperations.Log2((uint)magnitude) - LowestSegmentBits;
        var step = (magnitude >> (segment + 3)) & 0x0F;
        var sign = sample < 0 ? 0x80 : 0;
        return (byte)~(sign | (segment << 4) | step);
    }

    /// <summary>Encodes samples, one byte for each.</summary>
    /// <param name="pcm">16-bit little-endian.</param>
    /// <param name="encoded">Takes half as many bytes.</param>
    public static void Encode(ReadOnlySpan<byte> pcm, Span<byte> encoded)
    {
        for (var i = 0; i < pcm.Length / sizeof(short); i++)
        {
            encoded[i] = Encode(BinaryPrimitives.ReadInt16LittleEndian(pcm[(i * sizeof(short))..]));
        }
    }
}
