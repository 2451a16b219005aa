using System.Buffers;

namespace SonicBridge.Bridge.Kvs;

/// <summary>Where the caller's voice goes, block by block, each once and in order.</summary>
public interface IVoiceSink
{
    /// <summary>Takes one block; not completing holds the reader back.</summary>
    /// <param name="pcm">16-bit little-endian, 8 kHz, mono. Valid only until the returned task completes.</param>
    /// <param name="position">Where the block stands in the stream.</param>
    ValueTask WriteAsync(ReadOnlySequence<byte> pcm, BlockPosition position, CancellationToken cancellationToken);
}

/// <summary>Where a block stands in the stream.</summary>
/// <param name="Fragment">The number of its fragment.</param>
/// <param name="Time">When it was spoken, in Unix milliseconds by the producer's clock.</param>
public readonly record struct BlockPosition(string Fragment, long Time);
