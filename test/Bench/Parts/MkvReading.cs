using System.Buffers;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Bridge.Tests.Kvs;

namespace SonicBridge.Bench.Parts;

/// <summary>A minute of Connect's two tracks out of GetMedia's bytes: 60 fragments, 1,920 blocks of 1,024 bytes.</summary>
[MemoryDiagnoser]
public class MkvReading
{
    private const int Fragments = 60;

    private readonly byte[] _bytes = MkvBytes.Join([
        .. Enumerable
            .Range(1, Fragments)
            .Select(i => AFragment.Of(i, "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e").ToBytes()),
    ]);
    private readonly MkvLimits _limits = new();

    /// <summary>What a straightforward reader does: a BinaryReader, and an array for each body.</summary>
    [Benchmark(Baseline = true)]
    public long BinaryReaderPeer()
    {
        using var stream = new MemoryStream(_bytes, writable: false);
        using var reader = new BinaryReaderMkv(stream);
        var sum = 0L;
        while (reader.ReadBlock() is { } block)
        {
            sum += block.Length;
        }

        return sum;
    }

    /// <summary>The parser alone.</summary>
    [Benchmark]
    public long Parser()
    {
        var state = default(MkvState);
        var input = new ReadOnlySequence<byte>(_bytes);
        var sum = 0L;
        while (MkvParser.TryRead(ref state, ref input, _limits, out var item))
        {
            sum += item.Kind == MkvItemKind.Block ? item.Value.Length : 0;
        }

        return sum;
    }

    /// <summary>The parser behind a pipe, as the bridge reads: the pipe's own copy included.</summary>
    [Benchmark]
    public async Task<long> PipeAndParser()
    {
        using var stream = new MemoryStream(_bytes, writable: false);
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 8192));
        var reader = new FragmentReader(pipe, _limits);
        var sum = 0L;
        do
        {
            while (reader.TryRead(out var item))
            {
                sum += item.Kind == MkvItemKind.Block ? item.Value.Length : 0;
            }
        } while (await reader.WaitAsync(CancellationToken.None));

        await pipe.CompleteAsync();
        return sum;
    }
}
