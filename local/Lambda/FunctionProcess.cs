using System.Globalization;
using System.Threading.Channels;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Lambda;

/// <summary>
/// One execution environment: a process of the function's executable and its Runtime API. It works on one event at a
/// time; once it has answered it can be given the next, which it takes when it asks.
/// </summary>
internal sealed class FunctionProcess : IRuntime, IAsyncDisposable
{
    /// <summary>Lambda's limit for a process to ask for its first event; here also for each later one.</summary>
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(10);

    /// <summary>A process that this one has started may hold its output open.</summary>
    private static readonly TimeSpan LastWordsLimit = TimeSpan.FromSeconds(1);

    private readonly FunctionDefinition _function;
    private readonly TimeProvider _clock;
    private readonly Action<FunctionLogLine> _sink;
    private readonly Channel<Invocation> _events = Channel.CreateBounded<Invocation>(1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly ITimer _limit;
    private readonly long _startedAt;
    private RuntimeApi? _api;
    private ChildProcess? _child;
    private Invocation? _given;
    private Invocation? _taken;
    private long _takenAt;
    private TimeSpan? _initialised;
    private TimeSpan? _unreportedInit;
    private bool _gone;

    private FunctionProcess(FunctionDefinition function, TimeProvider clock, Action<FunctionLogLine> sink)
    {
        (_function, _clock, _sink) = (function, clock, sink);
        _startedAt = clock.GetTimestamp();
        _limit = clock.CreateTimer(
            static state => ((FunctionProcess)state!).OnLimit(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Completes when the process has asked for its first event, or is gone.</summary>
    public Task Ready => _ready.Task;

    public bool IsGone
    {
        get
        {
            lock (_lock)
            {
                return _gone;
            }
        }
    }

    /// <param name="account">Endpoints, credentials and region.</param>
    /// <param name="sink">Gets each line of the log, under a lock: it must be quick.</param>
    /// <exception cref="IOException">The executable cannot be started.</exception>
    public static async Task<FunctionProcess> StartAsync(
        FunctionDefinition function,
        IReadOnlyDictionary<string, string> account,
        TimeProvider clock,
        Action<FunctionLogLine> sink,
        CancellationToken cancellationToken
    )
    {
        var process = new FunctionProcess(function, clock, sink);
        try
        {
            process._api = await RuntimeApi.StartAsync(process, cancellationToken);
            var variables = FunctionEnvironment.Of(function, account, process._api.Address, clock.GetUtcNow());
            process._limit.Change(AskLimit, Timeout.InfiniteTimeSpan);
            var recipe = new ProcessRecipe(function.Executable, [], variables);
            lock (process._lock)
            {
                // No line is read before it is known which process wrote it.
                process._child = ChildProcess.Start(recipe, process.OnLine);
            }
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }

        _ = process.WatchAsync(process._child);
        return process;
    }

    /// <summary>Gives the process an event; it has none at hand.</summary>
    public void Give(Invocation invocation)
    {
        lock (_lock)
        {
            if (_gone)
            {
                invocation.TryComplete(null);
                return;
            }

            _given = invocation;
            if (_initialised is not null)
            {
                _limit.Change(AskLimit, Timeout.InfiniteTimeSpan);
            }
        }

        _events.Writer.TryWrite(invocation);
    }

    public async Task<TakenInvocation> NextAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _unreportedInit = _initialised is null ? _clock.GetElapsedTime(_startedAt) : null;
            _initialised ??= _unreportedInit;
            _limit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _ready.TrySetResult();
        var invocation = await _events.Reader.ReadAsync(cancellationToken);
        lock (_lock)
        {
            (_taken, _given) = (invocation, null);
            _takenAt = _clock.GetTimestamp();
            _limit.Change(_function.Timeout, Timeout.InfiniteTimeSpan);
            Write($"START RequestId: {invocation.RequestId} Version: $LATEST");
        }

        return new TakenInvocation(
            invocation,
            LocalAccount.Arn("lambda", $"function:{_function.Name}"),
            _clock.GetUtcNow() + _function.Timeout
        );
    }

    public bool TryFinish(string requestId, InvocationResult result)
    {
        lock (_lock)
        {
            if (_taken is not { } taken || taken.RequestId != requestId)
            {
                return false;
            }

            _limit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Report(taken);
            _taken = null;
            return taken.TryComplete(result);
        }
    }

    public void FailInit(ReadOnlyMemory<byte> payload)
    {
        lock (_lock)
        {
            // With no event at hand there is nobody to tell: the next process will show the same.
            _given?.TryComplete(FunctionErrors.Unhandled(payload));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _limit.DisposeAsync();
        _child?.Dispose();
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }
    }

    private async Task WatchAsync(ChildProcess child)
    {
        var code = await child.Exited;
        // The last words belong to the invocation that they explain.
        await Task.WhenAny(child.OutputEnded, Task.Delay(LastWordsLimit, _clock));
        lock (_lock)
        {
            _gone = true;
            if (_taken is { } taken)
            {
                Report(taken);
                taken.TryFail("Runtime.ExitError", FunctionErrors.Exit(taken.RequestId, code));
            }

            // One that never asked for an event would fail again; one that has answered before may just be used up.
            if (_initialised is null)
            {
                _given?.TryFail("Runtime.ExitError", FunctionErrors.Exit(_given.RequestId, code));
            }
            else
            {
                _given?.TryComplete(null);
            }

            (_taken, _given) = (null, null);
        }

        _ready.TrySetResult();
        await DisposeAsync();
    }

    private void OnLimit()
    {
        lock (_lock)
        {
            if (_taken is { } taken)
            {
                Expire(
                    taken,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Task timed out after {_function.Timeout.TotalSeconds:F2} seconds"
                    )
                );
                Report(taken);
            }
            else if (_initialised is null && _given is { } given)
            {
                Expire(given, $"The process did not ask for an event within {AskLimit.TotalSeconds} seconds");
            }

            (_taken, _gone) = (null, true);
        }

        _child?.Kill();
    }

    private void Expire(Invocation invocation, string reason)
    {
        var message = $"RequestId: {invocation.RequestId} Error: {reason}";
        Write(message);
        invocation.TryFail("Sandbox.Timedout", message);
    }

    private void Report(Invocation invocation)
    {
        Write($"END RequestId: {invocation.RequestId}");
        Write(
            FunctionReport.Of(invocation.RequestId, _clock.GetElapsedTime(_takenAt), _function.Memory, _unreportedInit)
        );
        _unreportedInit = null;
    }

    private void OnLine(string line)
    {
        lock (_lock)
        {
            Write(line);
        }
    }

    private void Write(string line)
    {
        (_taken ?? _given)?.Log(line);
        _sink(new FunctionLogLine(_function.Name, _child?.Id ?? 0, _clock.GetUtcNow(), line));
    }
}
