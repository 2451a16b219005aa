using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Telemetry;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class RenewingModel
{
    /// <summary>How long a session may take to end after the goodbye, and what still waits before it.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle, Func<Task<Recollection>> recall)
    {
        (_handle, _recall) = (handle, recall);
        foreach (var leg in Legs())
        {
            leg.Reading = ReadLegAsync(leg);
        }

        while (!_closing)
        {
            RenewalAction? action;
            lock (_gate)
            {
                action = _renewal.Decide(_time.GetUtcNow());
            }

            switch (action)
            {
                case RenewalAction.Open:
                    var opened = Open();
                    opened.Reading = ReadLegAsync(opened);
                    break;
                case RenewalAction.HandOver over:
                    await HandOverAsync(over);
                    break;
                case RenewalAction.Interrupt:
                    await InterruptAsync();
                    break;
                case RenewalAction.Close close when Leave(close.Session) is { } leg:
                    _ = CloseAsync(leg);
                    break;
                case RenewalAction.Break stalled when Find(stalled.Session) is { } leg:
                    SessionStalled(leg.Number, stalled.Why);
                    leg.Session.Abort();
                    await leg.Reading;
                    break;
                case RenewalAction.GiveUp giveUp:
                    Abort();
                    return giveUp.End;
                default:
                    await AnswerToolsAsync();
                    await SayAsync();
                    await WaitForNewsAsync();
                    break;
            }
        }

        await Task.WhenAll(Legs().Select(CloseAsync));
        return new SonicEnd(SonicEndKind.Closed, "The conversation was closed.");
    }

    private Leg Open()
    {
        lock (_gate)
        {
            var leg = new Leg(++_opened, _open());
            _legs.Add(leg.Number, leg);
            _renewal.Opened(leg.Number, _time.GetUtcNow());
            return leg;
        }
    }

    private async Task ReadLegAsync(Leg leg)
    {
        using var trace = CallTrace.Session();
        SonicEnd end;
        try
        {
            end = await leg.Session.ReadAsync(heard => HearAsync(leg, heard));
        }
        catch (Exception e)
        {
            leg.Session.Abort();
            end = new SonicEnd(SonicEndKind.Disconnected, $"The model cannot be heard: {e.Message}");
        }

        await EndAsync(leg, end);
        leg.Session.Dispose();
        Tell();
    }

    private ValueTask HearAsync(Leg leg, SonicEvent heard)
    {
        lock (_gate)
        {
            if (heard is SonicEvent.ToolUse again && _answered.Contains(again.ToolUseId))
            {
                // Told twice: what was done once is not done again, and nobody waits for it.
                return ValueTask.CompletedTask;
            }

            _renewal.Heard(leg.Number, heard, _time.GetUtcNow());
            if (_renewal.IsSilenced(leg.Number) && heard is not SonicEvent.Usage)
            {
                return ValueTask.CompletedTask;
            }

            heard = heard is SonicEvent.Usage usage ? Summed(leg, usage) : heard;
            if (heard is SonicEvent.ToolUse use)
            {
                _awaited.Add(use.ToolUseId);
            }
        }

        if (heard is not SonicEvent.AudioOutput)
        {
            Tell();
        }

        return _handle(heard);
    }

    // The session that hears the caller was not the one that spoke, and so does not say it.
    private ValueTask InterruptAsync()
    {
        lock (_gate)
        {
            _renewal.Silence();
        }

        return _handle(new SonicEvent.Interrupted(""));
    }

    // The model counts over a connection, the call over all of them.
    private SonicEvent.Usage Summed(Leg leg, SonicEvent.Usage usage)
    {
        _usage = new SonicEvent.Usage(
            _usage.InputTokens + usage.InputTokens - leg.Usage.InputTokens,
            _usage.OutputTokens + usage.OutputTokens - leg.Usage.OutputTokens
        );
        leg.Usage = usage;
        return _usage;
    }

    private async Task EndAsync(Leg leg, SonicEnd end)
    {
        bool isBroken;
        bool isAsked;
        bool isLeaving;
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var isSilenced = _renewal.IsSilenced(leg.Number);
            isBroken = !isSilenced && _renewal.IsMidTurn(leg.Number, now);
            isAsked = !isSilenced && _renewal.IsAsked(leg.Number);
            isLeaving = _renewal.IsLeaving(leg.Number);
        }

        if (isBroken && !_closing)
        {
            await _handle(new SonicEvent.Broken());
        }

        lock (_gate)
        {
            if (!isLeaving)
            {
                _unsent = [.. leg.Session.TakeUnsent(), .. _unsent];
            }

            _legs.Remove(leg.Number);
            _renewal.Ended(leg.Number, end, _time.GetUtcNow());
        }

        if (_closing)
        {
            return;
        }

        if (!isLeaving)
        {
            Losses++;
            SessionLost(leg.Number, end.Kind, end.Detail);
        }
        else if ((isBroken || isAsked) && (await _recall()).Unanswered is { } unanswered)
        {
            Say(unanswered);
        }
    }

    private Leg? Find(int session)
    {
        lock (_gate)
        {
            return _legs.GetValueOrDefault(session);
        }
    }

    private Leg? Leave(int session)
    {
        lock (_gate)
        {
            _renewal.Closing(session, _time.GetUtcNow());
            return _legs.GetValueOrDefault(session);
        }
    }

    private async Task CloseAsync(Leg leg)
    {
        using var patience = new CancellationTokenSource(Goodbye, _time);
        try
        {
            await leg.Session.CloseAsync(patience.Token);
            await leg.Reading.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            leg.Session.Abort();
            await leg.Reading;
        }
    }

    private async Task WaitForNewsAsync()
    {
        lock (_gate)
        {
            _renewal.NoteCredentialsEnd(_current?.Session.CredentialsEnd);
            var now = _time.GetUtcNow();
            var wait = _renewal.Due(now) - now;
            _alarm.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        await _news.Reader.ReadAsync();
    }
}
