using System.Text.Json;
using System.Threading.Channels;
using Amazon.BedrockRuntime.Model;

namespace SonicBridge.Bridge.Sonic;

/// <summary>The events that wait to be sent, in order. The SDK pulls them one by one, and so is their only reader.</summary>
internal sealed class InputQueue
{
    /// <summary>64 blocks of 64 ms: some four seconds of the caller's voice.</summary>
    private const int Capacity = 64;

    // There are Capacity events in all: whoever writes waits for a free one, so a slow model holds the reader of the
    // caller's voice back, and nothing is dropped.
    private readonly Channel<InputEvent> _free = Channel.CreateBounded<InputEvent>(Capacity);
    private readonly Channel<InputEvent> _ready = Channel.CreateBounded<InputEvent>(Capacity);
    private int _made;
    private InputEvent? _sent;

    /// <summary>Writes an event when there is room.</summary>
    /// <param name="write">Writes its JSON.</param>
    /// <returns>False when the queue was completed: the event is not sent.</returns>
    public async ValueTask<bool> WriteAsync<T>(
        Action<Utf8JsonWriter, T> write,
        T state,
        CancellationToken cancellationToken
    )
    {
        if (await RentAsync(cancellationToken) is not { } input)
        {
            return false;
        }

        write(input.Begin(), state);
        return _ready.Writer.TryWrite(input);
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public ValueTask<bool> WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken) =>
        WriteAsync(static (json, write) => write(json), write, cancellationToken);

    /// <summary>No more events follow, and nobody waits for room any longer.</summary>
    public void Complete()
    {
        _ready.Writer.TryComplete();
        _free.Writer.TryComplete();
    }

    /// <summary>Takes back what was not sent yet and is wanted elsewhere; the rest stays, in its order.</summary>
    /// <param name="take">Takes an event, or declines it.</param>
    public void TakeBack(Func<InputEvent, bool> take)
    {
        var declined = new List<InputEvent>();
        while (_ready.Reader.TryRead(out var input))
        {
            if (take(input))
            {
                _free.Writer.TryWrite(input);
            }
            else
            {
                declined.Add(input);
            }
        }

        declined.ForEach(input => _ready.Writer.TryWrite(input));
    }

    /// <summary>What the SDK calls for the next event; null ends the input.</summary>
    public async Task<IInvokeModelWithBidirectionalStreamInputEvent?> NextAsync()
    {
        // The SDK asks for the next event when it has signed and copied the one before.
        if (_sent is { } sent)
        {
            _sent = null;
            _free.Writer.TryWrite(sent);
        }

        while (await _ready.Reader.WaitToReadAsync())
        {
            if (_ready.Reader.TryRead(out var input))
            {
                _sent = input;
                return input.ToPart();
            }
        }

        return null;
    }

    private async ValueTask<InputEvent?> RentAsync(CancellationToken cancellationToken)
    {
        if (_free.Reader.TryRead(out var free))
        {
            return free;
        }

        if (Interlocked.Increment(ref _made) <= Capacity)
        {
            return new InputEvent();
        }

        while (await _free.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_free.Reader.TryRead(out free))
            {
                return free;
            }
        }

        return null;
    }
}
