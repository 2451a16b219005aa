using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>A call among scripted peers, in virtual time.</summary>
/// <param name="loop">Runs all of it on the test's own thread, for tests in which time passes on its own account.</param>
internal sealed class ACall(VirtualLoop? loop = null) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<CallInput> _callerEnd = new();
    private IVoiceSink? _sink;
    private Call? _call;

    public FakeTimeProvider Time { get; } =
        loop?.Time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public ScriptedModel Model { get; init; } = new();

    public ScriptedAgent Agent { get; init; } = new();

    public ScriptedTools Tools { get; } = new();

    public ScriptedExecution Execution { get; } = new();

    public CallLimits Limits { get; init; } = new();

    public bool Superseded { get; set; }

    /// <summary>Whether another bridge has the checkpoint.</summary>
    public bool CheckpointIsLost { get; set; }

    /// <summary>Whether Connect has said that the contact has ended.</summary>
    public bool Disconnected { get; set; }

    public Resumption? Resumed { get; init; }

    public ConcurrentQueue<Remembered> Checkpoints { get; } = [];

    public IReadOnlyList<TranscriptLine>? Transcript { get; private set; }

    public List<TurnMetrics> TurnsTold { get; } = [];

    public TurnClock Turns => field ??= new TurnClock(Time, TurnsTold.Add);

    public CallVitals Vitals => field ??= new CallVitals(Time);

    public IVoiceSink CallersVoice => _sink!;

    /// <summary>Begins; the task is the whole call.</summary>
    public Task<CallAction.End> Begin()
    {
        _call = new Call(
            new CallPeers
            {
                Model = Model,
                Agent = Agent,
                Tools = Tools,
                Report = Execution,
                ReadCallerAsync = (sink, cancellationToken) =>
                {
                    _sink = sink;
                    return _callerEnd.Task.WaitAsync(cancellationToken);
                },
                WriteTranscriptAsync = (lines, _) =>
                {
                    Transcript = lines;
                    return Task.CompletedTask;
                },
                WriteCheckpointAsync = (remembered, _) =>
                {
                    if (CheckpointIsLost)
                    {
                        throw new SupersededException();
                    }

                    Checkpoints.Enqueue(remembered);
                    return Task.CompletedTask;
                },
                IsDisconnectedAsync = _ => Task.FromResult(Disconnected),
                IsSupersededAsync = _ => Task.FromResult(Superseded),
            },
            Limits,
            Time.GetUtcNow(),
            Vitals,
            Turns,
            Time,
            NullLogger<Call>.Instance,
            Resumed
        );
        return Do(() => _call.RunAsync(_stop.Token)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Does something, and all that follows of it without time passing.</summary>
    public T Do<T>(Func<T> action) => loop is null ? action() : loop.Run(action);

    /// <summary>How a call in a loop ends; time passes until it has.</summary>
    public CallAction.End Finish(Task<CallAction.End> running) =>
        VirtualLoop.Finish(running, () => loop!.Pass(TimeSpan.FromMilliseconds(64)));

    /// <summary>Lets time pass until something is so.</summary>
    /// <param name="step">How much of it, from one look to the next.</param>
    public void Until(TimeSpan step, Func<bool> isReached)
    {
        for (var i = 0; i < 400 && !isReached(); i++)
        {
            loop!.Pass(step);
        }

        isReached().ShouldBeTrue();
    }

    public void HangUp() =>
        Do(() => _callerEnd.TrySetResult(new CallInput.CallerLeft(CallEnding.CallerHungUp, "No more fragments.")));

    public void LoseTheCaller(Exception exception) => _callerEnd.SetException(exception);

    public void Stop() =>
        Do(() =>
        {
            _stop.Cancel();
            return true;
        });

    public void Dispose()
    {
        _call?.Dispose();
        _stop.Dispose();
        Model.Dispose();
    }
}
