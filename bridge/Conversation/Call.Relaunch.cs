using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Relaunch;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    private RememberedVoice Remember(IVoiceSink next) =>
        new(next, _place, () => _peers.Model.IsCallerLoud, FenceAsync, _pace.News);

    // While the next bridge comes up, each fragment is sent by whoever has the checkpoint: no word by both.
    private async ValueTask FenceAsync(CancellationToken cancellationToken)
    {
        if (_life.IsLeaving)
        {
            await WriteCheckpointAsync(cancellationToken);
        }
    }

    // Under the lock of the call's life: what the caller said is written down, and the place moves on with it.
    private void NoteNews(CallAction? action)
    {
        if (_life.CallerLines != _callerLines)
        {
            _callerLines = _life.CallerLines;
            _place.Settle();
            _pace.News();
        }
        else if (
            action
            is CallAction.Speak
                or CallAction.EndTurn
                or CallAction.Interrupt
                or CallAction.RunTool
                or CallAction.AnswerTool
        )
        {
            _pace.News();
        }
    }

    private async Task KeepCheckpointsAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await WaitAsync(CheckpointPace.Shortest, cancellationToken);
            if (cancellationToken.IsCancellationRequested || _time.GetUtcNow() < _pace.Due)
            {
                continue;
            }

            try
            {
                await WriteCheckpointAsync(cancellationToken);
            }
            catch (SupersededException)
            {
                // The call has been told.
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                // The call is over.
            }
            catch (Exception e)
            {
                CheckpointFailed(e);
            }
        }
    }

    private async Task WriteCheckpointAsync(CancellationToken cancellationToken)
    {
        await _checkpointing.WaitAsync(cancellationToken);
        try
        {
            _pace.Write(_time.GetUtcNow());
            // The place first: a line that is finished meanwhile may be heard twice, but none is lost.
            var after = _place.AfterFragment;
            // Words that count as answered and the promise that answered them: both or neither.
            var remembered = await RecallAsync(
                (life, said, isExact) =>
                    new Remembered(said, after, life.IsLeaving)
                    {
                        IsExact = isExact,
                        Promised = life.Promised,
                        AwaitsTool = life.AwaitsTool,
                    }
            );
            await _peers.WriteCheckpointAsync(remembered, cancellationToken);
        }
        catch (SupersededException)
        {
            await SignalAsync(new CallInput.Superseded());
            throw;
        }
        finally
        {
            _checkpointing.Release();
        }
    }

    private async Task LeaveAsync()
    {
        Leaving();
        // Not even an action that hangs keeps the execution from being told.
        await WithinAsync("stop", _limits.Grace, _ => HandleAsync(new CallInput.StopAsked()).AsTask());
        await WithinAsync("checkpoint", _limits.Step, WriteCheckpointAsync);
        await WithinAsync("leave", _limits.Step, ReportLeavingAsync);
        await WaitAsync(_limits.Leave, _listening.Token);
        if (!_listening.IsCancellationRequested)
        {
            await SignalAsync(new CallInput.LeaveOver());
        }
    }

    private async Task ReportLeavingAsync(CancellationToken cancellationToken)
    {
        if (!await _peers.Report.LeaveAsync("The bridge was told to stop.", cancellationToken))
        {
            ReportRefused();
        }
    }

    private async Task WatchForDisconnectionAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await WaitAsync(_limits.Disconnect, cancellationToken);
            if (!await IsDisconnectedAsync(cancellationToken))
            {
                continue;
            }

            // The stream is a second behind.
            await WaitAsync(_limits.LastWords, cancellationToken);
            await SignalAsync(
                new CallInput.CallerLeft(
                    Contracts.CallEnding.CallerHungUp,
                    "Amazon Connect reported the end of the contact."
                )
            );
            return;
        }
    }

    private async Task<bool> IsDisconnectedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return !cancellationToken.IsCancellationRequested && await _peers.IsDisconnectedAsync(cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            // The stream tells of the end as well.
            DisconnectionUnknown(e);
            return false;
        }
    }

    private async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        await Task.Delay(time, _time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
