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
internal sealed class ACall : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<CallInput> _callerEnd = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private IVoiceSink? _sink;
    private Call? _call;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

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
        return _call.RunAsync(_stop.Token).WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void HangUp() =>
        _callerEnd.SetResult(new CallInput.CallerLeft(CallEnding.CallerHungUp, "No more fragments."));

    public void LoseTheCaller(Exception exception) => _callerEnd.SetException(exception);

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _call?.Dispose();
        _stop.Dispose();
        Model.Dispose();
    }
}
