namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>The body of a GetMedia answer. Completes its reads on the thread that sends, so that time can be virtual.</summary>
internal sealed class MediaStream(Fault fault, Action<MediaStream> closed) : Stream
{
    private byte[] _bytes = [];
    private int _at;
    private Memory<byte> _buffer;
    private TaskCompletionSource<int>? _waiting;
    private bool _isBroken;
    private bool _isStalled;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>It breaks now, and what was not read of it is lost.</summary>
    public void Break()
    {
        _isBroken = true;
        var waiting = _waiting;
        _waiting = null;
        OutsideAnyContext(() => waiting?.TrySetException(new IOException("The response ended prematurely.")));
    }

    /// <summary>It sends nothing more, and does not end.</summary>
    public void Stall() => _isStalled = true;

    public void Send(byte[] bytes)
    {
        if (_isBroken || _isStalled)
        {
            return;
        }

        var from = _bytes.Length;
        _bytes = [.. _bytes, .. bytes];
        if (fault is Fault.Damages { Byte: var at } && at >= from && at < _bytes.Length)
        {
            _bytes[at] ^= 0xFF;
        }

        if (_waiting is { } waiting && TryRead(_buffer) is { } read)
        {
            _waiting = null;
            OutsideAnyContext(() => waiting.SetResult(read));
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isBroken)
        {
            throw new IOException("The response ended prematurely.");
        }

        if (TryRead(buffer) is { } read)
        {
            return read;
        }

        (_buffer, _waiting) = (buffer, new TaskCompletionSource<int>());
        var waiting = _waiting;
        using var registration = cancellationToken.Register(() =>
            OutsideAnyContext(() => waiting.TrySetCanceled(cancellationToken))
        );
        return await waiting.Task.ConfigureAwait(false);
    }

    // What reads through a pipe goes on here and at once; within a context it would go on in another thread.
    private static void OutsideAnyContext(Action complete)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            complete();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    protected override void Dispose(bool disposing)
    {
        closed(this);
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    /// <summary>The bytes that are there; null when the reader has to wait.</summary>
    private int? TryRead(Memory<byte> buffer)
    {
        var most = fault switch
        {
            Fault.EndsAfter ends => ends.Bytes,
            Fault.BreaksAfter breaks => breaks.Bytes,
            Fault.StallsAfter stalls => stalls.Bytes,
            _ => long.MaxValue,
        };
        var length = (int)Math.Min(Math.Min(buffer.Length, _bytes.Length - _at), most - _at);
        if (length == 0)
        {
            return fault switch
            {
                Fault.EndsAfter => 0,
                Fault.BreaksAfter => throw new IOException("The response ended prematurely."),
                _ => null,
            };
        }

        _bytes.AsSpan(_at, length).CopyTo(buffer.Span);
        _at += length;
        return length;
    }
}
