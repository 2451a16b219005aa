namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    private static readonly TimeSpan LookForOwner = TimeSpan.FromSeconds(1);

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
            var superseded = await IsReplacedAsync(cancellationToken);
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

    // An execution that has missed the heart for too long launches the next bridge a moment later. In between this one must
    // not hand the caller to a person: it holds the conversation for the other.
    private async Task<bool> IsReplacedAsync(CancellationToken cancellationToken)
    {
        var until = _time.GetUtcNow() + _limits.Orphaned;
        while (!await _peers.IsSupersededAsync(cancellationToken))
        {
            if (_time.GetUtcNow() >= until)
            {
                return false;
            }

            await Task.Delay(LookForOwner, _time, cancellationToken);
        }

        return true;
    }
}
