using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using SonicBridge.Bridge.Kvs.Matroska;

namespace SonicBridge.Bridge.Kvs;

/// <summary>Moves the bytes of one GetMedia answer through the parser. Keeps no more of them than one element.</summary>
public sealed class FragmentReader(PipeReader pipe, MkvLimits limits)
{
    private MkvState _state;
    private ReadOnlySequence<byte> _rest;
    private bool _holdsBuffer;
    private bool _ended;

    /// <summary>Bytes read since the answer began.</summary>
    public long Offset => _state.Offset;

    /// <summary>Whether the stream ended inside an element; known once both methods have answered false.</summary>
    public bool IsTruncated => _ended && !(_rest.IsEmpty && _state.MayEnd);

    /// <summary>Reads the next item if the bytes at hand hold it whole.</summary>
    /// <param name="item">Valid until the next call of any method.</param>
    /// <exception cref="InvalidMediaException">The stream can't be read on.</exception>
    public bool TryRead(out MkvItem item)
    {
        item = default;
        return _holdsBuffer && MkvParser.TryRead(ref _state, ref _rest, limits, out item);
    }

    /// <summary>Waits for more bytes, once <see cref="TryRead"/> has answered false.</summary>
    /// <returns>False when the stream has ended.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return false;
        }

        if (_holdsBuffer)
        {
            _holdsBuffer = false;
            pipe.AdvanceTo(_rest.Start, _rest.End);
        }

        var read = await pipe.ReadAsync(cancellationToken);
        _rest = read.Buffer;
        _holdsBuffer = true;
        _ended = read.IsCompleted;
        return true;
    }
}
