using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Lambda;

/// <summary>The processes of one function: one for each invocation at a time, used again while they live.</summary>
internal sealed class FunctionPool(
    FunctionDefinition function,
    IReadOnlyDictionary<string, string> account,
    TimeProvider clock,
    Action<FunctionLogLine> sink
) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<FunctionProcess> _all = [];

    // Last in, first out: what has just worked is warm, and the rest can stay asleep.
    private readonly Stack<FunctionProcess> _idle = new();
    private int _running;
    private bool _disposed;

    public FunctionDefinition Function => function;

    /// <summary>Starts the processes that are to be warm, and waits until they ask for an event.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        var starting = Enumerable.Range(0, function.Warm).Select(_ => StartAsync(cancellationToken));
        foreach (var process in await Task.WhenAll(starting))
        {
            await process.Ready.WaitAsync(cancellationToken);
            Return(process);
        }
    }

    /// <summary>Runs one event to its answer.</summary>
    /// <exception cref="AwsException">TooManyRequestsException: the function's concurrency is used up.</exception>
    public async Task<Answer> InvokeAsync(ReadOnlyMemory<byte> payload)
    {
        if (Interlocked.Increment(ref _running) > function.Concurrency)
        {
            Interlocked.Decrement(ref _running);
            throw new AwsException(
                "TooManyRequestsException",
                $"Rate Exceeded: {function.Name} runs {function.Concurrency} invocations at once already.",
                StatusCodes.Status429TooManyRequests
            );
        }

        try
        {
            await Task.Delay(function.Delay, clock);
            return await RunAsync(Guid.NewGuid().ToString(), payload);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public async ValueTask DisposeAsync()
    {
        FunctionProcess[] all;
        lock (_lock)
        {
            _disposed = true;
            all = [.. _all];
            _all.Clear();
            _idle.Clear();
        }

        foreach (var process in all)
        {
            await process.DisposeAsync();
        }
    }

    private async Task<Answer> RunAsync(string requestId, ReadOnlyMemory<byte> payload)
    {
        while (true)
        {
            var invocation = new Invocation(requestId, payload);
            FunctionProcess process;
            try
            {
                process = TakeIdle() ?? await StartAsync(CancellationToken.None);
            }
            catch (IOException e)
            {
                var error = FunctionErrors.Unhandled(
                    "Runtime.InvalidEntrypoint",
                    $"RequestId: {requestId} Error: {e.Message}"
                );
                return new Answer(error, invocation.LogTail());
            }

            process.Give(invocation);
            var result = await invocation.Result;
            Return(process);
            // Null: a process that had been used before was gone before it took the event. Another one will do.
            if (result is not null)
            {
                return new Answer(result, invocation.LogTail());
            }
        }
    }

    private async Task<FunctionProcess> StartAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var process = await FunctionProcess.StartAsync(function, account, clock, sink, cancellationToken);
        lock (_lock)
        {
            if (!_disposed)
            {
                _all.Add(process);
                return process;
            }
        }

        await process.DisposeAsync();
        throw new ObjectDisposedException(nameof(FunctionPool));
    }

    private FunctionProcess? TakeIdle()
    {
        lock (_lock)
        {
            while (_idle.TryPop(out var process))
            {
                if (!process.IsGone)
                {
                    return process;
                }

                _all.Remove(process);
            }

            return null;
        }
    }

    private void Return(FunctionProcess process)
    {
        lock (_lock)
        {
            if (process.IsGone)
            {
                _all.Remove(process);
            }
            else if (!_disposed)
            {
                _idle.Push(process);
            }
        }
    }

    /// <param name="LogTail">The last 4 KB of what the invocation wrote.</param>
    internal sealed record Answer(InvocationResult Result, byte[] LogTail);
}
