using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using SonicBridge.Bridge.Playback;

namespace SonicBridge.Bench.Parts;

/// <summary>A second of speech, 8,000 samples, as G.711 µ-law.</summary>
[MemoryDiagnoser]
public class MuLawEncoding
{
    private readonly byte[] _pcm = new byte[16000];
    private readonly byte[] _encoded = new byte[8000];
    private readonly byte[] _table = new byte[65536];

    public MuLawEncoding()
    {
        var random = new Random(1);
        foreach (ref var sample in MemoryMarshal.Cast<byte, short>(_pcm.AsSpan()))
        {
            sample = (short)((random.NextDouble() - 0.5) * random.Next(60000));
        }

        for (var i = 0; i < _table.Length; i++)
        {
            _table[i] = MuLaw.Encode((short)i);
        }
    }

    /// <summary>The segment found by comparing with each one's bound in turn.</summary>
    [Benchmark(Baseline = true)]
    public void SegmentSearchPeer()
    {
        ReadOnlySpan<int> bounds = [0x3F, 0x7F, 0xFF, 0x1FF, 0x3FF, 0x7FF, 0xFFF, 0x1FFF];
        var samples = MemoryMarshal.Cast<byte, short>(_pcm);
        for (var i = 0; i < samples.Length; i++)
        {
            var magnitude = Math.Min(Math.Abs((int)samples[i]) >> 2, 8158) + 33;
            var segment = 0;
            while (magnitude > bounds[segment])
            {
                segment++;
            }

            var code = (segment << 4) | ((magnitude >> (segment + 1)) & 0xF);
            _encoded[i] = (byte)(code ^ (samples[i] < 0 ? 0x7F : 0xFF));
        }
    }

    /// <summary>A table of all 65,536 answers.</summary>
    [Benchmark]
    public void TablePeer()
    {
        var samples = MemoryMarshal.Cast<byte, short>(_pcm);
        for (var i = 0; i < samples.Length; i++)
        {
            _encoded[i] = _table[(ushort)samples[i]];
        }
    }

    [Benchmark]
    public void MuLawEncode() => MuLaw.Encode(_pcm, _encoded);
}
