using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Lambda;

/// <summary>Invocations that nobody waits for: a failed one is tried again after one minute, and after two more.</summary>
internal sealed class AsyncInvocations : IAsyncDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    private readonly CancellationTokenSource _stopping;
    private readonly CancellationToken _stopped;
    private readonly TimeProvider _clock;

    public AsyncInvocations(TimeProvider clock)
    {
        _clock = clock;
        _stopping = new CancellationTokenSource();
        _stopped = _stopping.Token;
    }

    public void Start(FunctionPool pool, ReadOnlyMemory<byte> payload) => _ = RunAsync(pool, payload);

    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
            _stopping.Dispose();
        }
    }

    private async Task RunAsync(FunctionPool pool, ReadOnlyMemory<byte> payload)
    {
        foreach (var pause in Pauses)
        {
            if (await TryAsync(pool, payload))
            {
                return;
            }

            try
            {
                await Task.Delay(pause, _clock, _stopped);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        await TryAsync(pool, payload);
    }

    private static async Task<bool> TryAsync(FunctionPool pool, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return (await pool.InvokeAsync(payload)).Result.FunctionError is null;
        }
        catch (AwsException)
        {
            // Throttled: tried again like any other failure.
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
