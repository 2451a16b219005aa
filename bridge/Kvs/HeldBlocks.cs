using System.Buffers;

namespace SonicBridge.Bridge.Kvs;

/// <summary>Blocks that wait until it is known whose they are.</summary>
internal sealed class HeldBlocks : IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    private readonly List<(BlockPosition Position, int Start, int Length)> _blocks = [];
    private byte[] _buffer = [];
    private int _used;

    public int Count => _blocks.Count;

    public int Bytes => _used;

    public void Add(in ReadOnlySequence<byte> pcm, BlockPosition position)
    {
        var length = (int)pcm.Length;
        MakeRoom(length);
        pcm.CopyTo(_buffer.AsSpan(_used));
        _blocks.Add((position, _used, length));
        _used += length;
    }

    /// <summary>One of them; its samples stay as they are until the next call of another method.</summary>
    public (BlockPosition Position, ReadOnlyMemory<byte> Pcm) this[int index] =>
        (_blocks[index].Position, _buffer.AsMemory(_blocks[index].Start, _blocks[index].Length));

    public void Clear()
    {
        _blocks.Clear();
        _used = 0;
    }

    public void Dispose()
    {
        Clear();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void MakeRoom(int length)
    {
        if (_buffer.Length - _used >= length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBuffer, (_used + length) * 2));
        _buffer.AsSpan(0, _used).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
