using System.Buffers;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>A sequence of several segments, as a pipe hands out.</summary>
internal static class Sequence
{
    public static ReadOnlySequence<byte> Of(params byte[][] blocks)
    {
        if (blocks.Length == 0)
        {
            return ReadOnlySequence<byte>.Empty;
        }

        var first = new Segment(blocks[0], 0);
        var last = first;
        foreach (var block in blocks.AsSpan(1))
        {
            last = last.Append(block);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long runningIndex) =>
            (Memory, RunningIndex) = (memory, runningIndex);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
