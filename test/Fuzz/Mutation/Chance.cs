using System.Buffers.Binary;

namespace SonicBridge.Fuzz.Mutation;

/// <summary>Numbers that look like chance and are the same for the same seed: SplitMix64.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next() => Mixed(_state += 0x9E3779B97F4A7C15);

    /// <summary>A number from 0 to one less than the bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public bool OneIn(int count) => Below(count) == 0;

    /// <summary>A number that belongs to the content: a target draws from it, so that an input alone says all.</summary>
    public static ulong Of(ReadOnlySpan<byte> content)
    {
        var hash = (ulong)content.Length;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(content));
        }

        foreach (var b in content)
        {
            hash = Mixed(hash ^ b);
        }

        return hash;
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
