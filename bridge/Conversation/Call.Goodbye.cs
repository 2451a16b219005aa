namespace SonicBridge.Bridge.Conversation;

internal sealed partial class Call
{
    private async Task<CallAction.End> SayGoodbyeAsync(Task caller, Task model)
    {
        var modelGone = CloseModelAsync(caller, model);
        if (
            _life.Ended!.Farewell is Farewell.Report or Farewell.Unreported
            && !await WithinAsync("playlist", _limits.Step, FinishAsync)
        )
        {
            // The playlist could not say whose call this is; without it a bridge that was given up would write over its
            // successor's transcript.
            await WithinAsync("owner", _limits.Step, LookForOwnerAsync);
        }

        await modelGone;
        await WithinAsync("tools", _limits.Grace, _ => Task.WhenAll(_tools));
        // The playlist may have shown that the call belongs to another bridge.
        var end = _life.Ended!;
        if (end.Farewell == Farewell.HandedOn)
        {
            await WithinAsync("checkpoint", _limits.Step, WriteCheckpointAsync);
            end = _life.Ended!;
        }

        if (end.Farewell is Farewell.HandedOn or Farewell.Untouched)
        {
            return end;
        }

        await WithinAsync("transcript", _limits.Step, WriteTranscriptAsync);
        if (end.Farewell == Farewell.Report)
        {
            await WithinAsync("report", _limits.Step, ReportAsync);
        }

        return end;
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            var end = _life.Ended!;
            var (ending, next, _) = end.Outcome;
            await _peers.Agent.FinishAsync(ending, next, end.Transfer, cancellationToken);
        }
        catch (SupersededException)
        {
            await HandleAsync(new CallInput.Superseded());
        }
    }

    private async Task LookForOwnerAsync(CancellationToken cancellationToken)
    {
        if (await _peers.IsSupersededAsync(cancellationToken))
        {
            await HandleAsync(new CallInput.Superseded());
        }
    }

    private async Task WriteTranscriptAsync(CancellationToken cancellationToken)
    {
        var recollection = await RecallAsync();
        await _peers.WriteTranscriptAsync(recollection.Lines, cancellationToken);
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        if (!await _peers.Report.SucceedAsync(_life.Ended!.Outcome, cancellationToken))
        {
            ReportRefused();
        }
    }

    // The model's last words still go into the transcript; it has a moment for them.
    private async Task CloseModelAsync(Task caller, Task model)
    {
        // No word of the caller's may follow the goodbye.
        await WithinAsync("caller", _limits.Grace, _ => caller);
        if (!await WithinAsync("model", _limits.ModelGoodbye, token => SayGoodbyeToModelAsync(model, token)))
        {
            _peers.Model.Abort();
            await WithinAsync("model", _limits.ModelGoodbye, _ => model);
        }
    }

    private Task SayGoodbyeToModelAsync(Task model, CancellationToken cancellationToken)
    {
        _peers.Model.Close();
        return model.WaitAsync(cancellationToken);
    }

    // The end must come whatever hangs or breaks: a step that does is noted, and left behind.
    private async Task<bool> WithinAsync(string step, TimeSpan limit, Func<CancellationToken, Task> run)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        try
        {
            await run(timeout.Token).WaitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            StepTimedOut(step, limit.TotalSeconds);
            return false;
        }
        catch (Exception e)
        {
            StepFailed(step, e);
            return false;
        }
    }
}
