namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    // Beats until the end is reported, so that the execution does not give up a bridge that says goodbye.
    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        // One that leaves has used the token up.
        while (!cancellationToken.IsCancellationRequested && !_life.IsLeaving && await BeatOnceAsync(cancellationToken))
        {
            await Task.Delay(_limits.Heartbeat, _time, cancellationToken)
                .ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
                );
        }
    }

    private async Task<bool> BeatOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _peers.Report.HeartbeatAsync(cancellationToken))
            {
                _vitals.Beat();
                return true;
            }

            if (_life.IsLeaving)
            {
                return false;
            }

            HeartbeatRefused();
            var superseded = await _peers.IsSupersededAsync(cancellationToken);
            await SignalAsync(superseded ? new CallInput.Superseded() : new CallInput.ExecutionGone());
            return false;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            // The next one may get through; if none does, the execution gives this bridge up by itself.
            HeartbeatFailed(e);
            return true;
        }
    }
}
