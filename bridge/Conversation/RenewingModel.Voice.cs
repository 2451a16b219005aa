using System.Buffers;
using SonicBridge.Bridge.Kvs;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class RenewingModel
{
    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        ReadOnlySequence<byte> pcm,
        BlockPosition position,
        CancellationToken cancellationToken
    )
    {
        await _turnstile.WaitAsync(cancellationToken);
        try
        {
            NoteBlock(pcm);
            await SendUnsentAsync(_current, cancellationToken);
            while (!pcm.IsEmpty)
            {
                var leg = _current;
                var writing = leg?.Session.WriteAsync(pcm, cancellationToken) ?? default;
                if (!writing.IsCompleted)
                {
                    // The renewal sees to it that this does not last.
                    Tell();
                }

                pcm = pcm.Slice(await writing);
                if (!pcm.IsEmpty)
                {
                    await LetPassAsync(leg, cancellationToken);
                }
            }
        }
        finally
        {
            NoteWritten();
            _turnstile.Release();
        }
    }

    private void NoteBlock(in ReadOnlySequence<byte> pcm)
    {
        lock (_gate)
        {
            IsCallerLoud = _loudness.Take(pcm);
            var wasUnnoticed = _renewal.IsUnnoticed;
            _renewal.Writing(IsCallerLoud, _loudness.SpokenFor, _time.GetUtcNow());
            if (IsCallerLoud)
            {
                _turns.CallerSpoke();
            }

            if (_renewal.IsSpokenOver || _renewal.IsUnnoticed != wasUnnoticed)
            {
                Tell();
            }
        }
    }

    private void NoteWritten()
    {
        lock (_gate)
        {
            _renewal.Written();
        }
    }

    // The session that had the voice is gone: its successor has to pass before the rest of the block.
    private async Task LetPassAsync(Leg? gone, CancellationToken cancellationToken)
    {
        _turnstile.Release();
        try
        {
            while (true)
            {
                Task handedOver;
                lock (_gate)
                {
                    handedOver = _handedOver.Task;
                }

                if (_current is not null && _current != gone)
                {
                    return;
                }

                await handedOver.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            await _turnstile.WaitAsync(CancellationToken.None);
        }
    }

    // What a session took and never sent comes before all that follows.
    private async ValueTask SendUnsentAsync(Leg? to, CancellationToken cancellationToken)
    {
        if (to is null || _unsent.Length == 0)
        {
            return;
        }

        var unsent = Interlocked.Exchange(ref _unsent, []);
        var taken = 0;
        try
        {
            taken = (int)await to.Session.WriteAsync(new ReadOnlySequence<byte>(unsent), cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                // If the session has ended meanwhile, what it gave back is older.
                _unsent = [.. _unsent, .. unsent[taken..]];
            }
        }
    }
}
