using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Runs one call: hears all sides, lets <see cref="CallLife"/> decide, and does what it says.</summary>
internal sealed partial class Call : IDisposable
{
    private readonly CallPeers _peers;
    private readonly CallLimits _limits;
    private readonly CallLife _life;
    private readonly CallVitals _vitals;
    private readonly TurnClock _turns;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CancellationTokenSource _acting;
    private readonly CancellationTokenSource _listening = new();
    private readonly SemaphoreSlim _checkpointing = new(1, 1);
    private readonly ResumePlace _place;
    private readonly CheckpointPace _pace;
    private int _callerLines;
    private readonly TaskCompletionSource<CallAction.End> _ended = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <param name="startedAt">When the call began.</param>
    /// <param name="resumed">From where it goes on; null for a call that begins.</param>
    public Call(
        CallPeers peers,
        CallLimits limits,
        DateTimeOffset startedAt,
        CallVitals vitals,
        TurnClock turns,
        TimeProvider time,
        ILogger<Call> log,
        Resumption? resumed = null
    )
    {
        (_peers, _limits, _vitals, _turns, _time, _log) = (peers, limits, vitals, turns, time, log);
        _life = new CallLife(
            limits.Silence,
            startedAt,
            time.GetUtcNow(),
            limits.Configuration,
            resumed?.Said,
            resumed?.Promised
        );
        _alarm = CreateAlarm();
        _place = new ResumePlace(resumed?.AfterFragment);
        _pace = new CheckpointPace(time.GetUtcNow());
        _acting = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    /// <summary>Runs the call to its end and reports it. Always ends: each step of the farewell has its time.</summary>
    /// <param name="stop">Asks for an end in good order.</param>
    public async Task<CallAction.End> RunAsync(CancellationToken stop)
    {
        using var beating = new CancellationTokenSource();
        // The caller first: what delays the first fragment delays the first answer.
        var caller = ListenToCallerAsync();
        var model = ListenToModelAsync();
        var heart = BeatAsync(beating.Token);
        var clock = WatchTheClockAsync(_listening.Token);
        var stopping = WaitForStopAsync(stop);
        var checkpoints = KeepCheckpointsAsync(_listening.Token);
        var disconnection = WatchForDisconnectionAsync(_listening.Token);

        await _ended.Task;
        _vitals.Phase = CallPhase.Closing;
        await _listening.CancelAsync();
        var end = await SayGoodbyeAsync(caller, model);
        await beating.CancelAsync();
        await Task.WhenAll(heart, clock, stopping, checkpoints, disconnection);
        CallEnded(end.Outcome.Ending, end.Outcome.Next, end.Outcome.Detail, _life.Lines);
        ModelUsed(_life.Usage.InputTokens, _life.Usage.OutputTokens, _life.UnknownEvents);
        _turns.End();
        _vitals.Phase = CallPhase.Ended;
        return end;
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _oneAtATime.Dispose();
        _acting.Dispose();
        _listening.Dispose();
        _checkpointing.Dispose();
    }

    private async Task ListenToModelAsync()
    {
        CallInput end;
        try
        {
            end = new CallInput.ModelEnded(await _peers.Model.ReadAsync(HearModelAsync, RecallForSessionAsync));
        }
        catch (Exception e)
        {
            end = new CallInput.Broke($"The model cannot be heard: {e.Message}");
        }

        await SignalAsync(end);
    }

    private ValueTask HearModelAsync(SonicEvent heard)
    {
        switch (heard)
        {
            case SonicEvent.AudioOutput:
                FirstAnswer();
                _turns.AgentSpoke();
                break;
            case SonicEvent.ContentStart { Role: Role.User }:
                _turns.CallerWasHeard();
                break;
        }

        return HandleAsync(new CallInput.ModelSpoke(heard));
    }

    /// <summary>What was said so far, as far as the caller has heard it.</summary>
    private Task<Recollection> RecallAsync() => RecallAsync(static (_, said, _) => said);

    // The session that gives way finishes its turn: its successor has to know all of it.
    private Task<Recollection> RecallForSessionAsync() => RecallAsync(static (_, said, _) => said, goesOn: true);

    /// <param name="with">Takes besides whether it is known what the caller has heard.</param>
    /// <param name="goesOn">Whether a turn that is being said counts as said to its end.</param>
    private async Task<T> RecallAsync<T>(Func<CallLife, Recollection, bool, T> with, bool goesOn = false)
    {
        var unheard = await AskAsync(life => life.HasSpoken) ? await UnheardAsync() : [];
        // Better too many words than none.
        return await AskAsync(life => with(life, life.Recall(unheard ?? [], goesOn), unheard is not null));
    }

    /// <returns>Null when it cannot be told.</returns>
    private async Task<IReadOnlyList<SampleRange>?> UnheardAsync()
    {
        using var patience = new CancellationTokenSource(_limits.Recall, _time);
        try
        {
            var isGone = _life.Ended?.Outcome.Ending is CallEnding.CallerHungUp or CallEnding.StreamReused;
            return await _peers.Agent.UnheardAsync(isGone, patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception e)
        {
            ProgressUnknown(e);
            return null;
        }
    }

    private async Task ListenToCallerAsync()
    {
        CallInput end;
        try
        {
            var voice = Remember(new HeardVoice(_peers.Model, FirstVoice, _turns));
            end = await _peers.ReadCallerAsync(voice, _listening.Token);
        }
        catch (OperationCanceledException) when (_listening.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            end = new CallInput.Broke($"The caller's voice cannot be read: {e.Message}");
        }

        await SignalAsync(end);
    }

    private async Task WaitForStopAsync(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _listening.Token);
        var stopped = new TaskCompletionSource();
        await using var asked = either.Token.UnsafeRegister(
            static asked => ((TaskCompletionSource)asked!).SetResult(),
            stopped
        );
        await stopped.Task;
        if (!_listening.IsCancellationRequested)
        {
            await LeaveAsync();
        }
    }

    // An end must not wait behind an action that hangs.
    private ValueTask SignalAsync(CallInput end)
    {
        _acting.CancelAfter(_limits.Grace);
        return HandleAsync(end);
    }

    private async ValueTask HandleAsync(CallInput input)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            var action = _life.Handle(input, _time.GetUtcNow());
            NoteNews(action);
            await DoAsync(action);
        }
        catch (SupersededException)
        {
            await DoAsync(_life.Handle(new CallInput.Superseded(), _time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (_acting.IsCancellationRequested)
        {
            // An end is waiting for its turn.
        }
        catch (Exception e)
        {
            await DoAsync(
                _life.Handle(
                    new CallInput.Broke($"The agent's voice cannot be brought to the caller: {e.Message}"),
                    _time.GetUtcNow()
                )
            );
        }
        finally
        {
            SetAlarm();
            _oneAtATime.Release();
        }
    }

    // What many loops change is read in turn as well.
    private async Task<T> AskAsync<T>(Func<CallLife, T> question)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return question(_life);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async ValueTask DoAsync(CallAction? action)
    {
        switch (action)
        {
            case CallAction.Speak speak:
                await _peers.Agent.SpeakAsync(speak.Pcm, _acting.Token);
                break;
            case CallAction.EndTurn:
                await _peers.Agent.EndTurnAsync(_acting.Token);
                break;
            case CallAction.Interrupt:
                CallerInterrupted();
                _turns.Interrupted();
                await _peers.Agent.InterruptAsync(_acting.Token);
                break;
            case CallAction.Say say:
                await _peers.Agent.SayAsync(say.Text, _acting.Token);
                break;
            case CallAction.RunTool tool:
                RunTool(tool.Use);
                break;
            case CallAction.AnswerTool answer:
                _peers.Model.AnswerTool(answer.Use, answer.Json);
                break;
            case CallAction.End end:
                _ended.TrySetResult(end);
                break;
        }
    }
}
