using System.Runtime.InteropServices;

namespace SonicBridge.Bridge.Tests.Playback;

/// <summary>Something like speech: stretches of noise and of near silence, 16-bit little-endian at 8 kHz.</summary>
internal static class Voice
{
    public static byte[] Spoken(int milliseconds, int seed = 1, int loudness = 6000) =>
        Noise(milliseconds, seed, loudness);

    public static byte[] Pause(int milliseconds, int seed = 1) => Noise(milliseconds, seed, 12);

    public static byte[] Of(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Noise(int milliseconds, int seed, int amplitude)
    {
        var random = new Random(seed);
        var samples = new short[milliseconds * 8];
        foreach (ref var sample in samples.AsSpan())
        {
            sample = (short)random.Next(-amplitude, amplitude + 1);
        }

        return MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
    }
}
