using System.Buffers;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class RenewingModel
{
    /// <summary>How long a session may take for the history before it counts as one that does not work.</summary>
    private static readonly TimeSpan BeginPatience = TimeSpan.FromSeconds(5);

    /// <summary>Silence after which the model takes a turn for ended, whatever the sensitivity: 2.5 s at 8 kHz.</summary>
    private static readonly byte[] EndOfTurn = new byte[5 * SonicSettings.TelephoneHertz];

    private async Task HandOverAsync(RenewalAction.HandOver over)
    {
        if (!await EnterAsync())
        {
            return;
        }

        try
        {
            Leg next;
            bool isReplacing;
            int refusals;
            lock (_gate)
            {
                // The caller may have begun to speak since.
                if (_renewal.Decide(_time.GetUtcNow()) != over)
                {
                    return;
                }

                next = _legs[over.Session];
                (isReplacing, refusals) = (_renewal.IsReplacing, _renewal.Refusals);
            }

            await BeginAsync(next, isReplacing, refusals);
        }
        finally
        {
            _turnstile.Release();
        }
    }

    // A block that does not pass holds a hand-over back; if it is stuck, the renewal breaks its session off.
    private async Task<bool> EnterAsync()
    {
        using var patience = new CancellationTokenSource(_limits.Ahead, _time);
        try
        {
            await _turnstile.WaitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task BeginAsync(Leg next, bool isReplacing, int refusals)
    {
        lock (_gate)
        {
            _unsent = [.. _current?.Session.TakeUnsent() ?? [], .. _unsent];
        }

        var (greeting, recollection) = (await _greeting, await _recall());
        // What nobody answered is said again: in the history alone it would stay unanswered. Not while a tool runs for it,
        // whose answer will be told: the model would ask for it twice.
        var said =
            isReplacing && !AwaitsTool()
                ? recollection.Unanswered ?? (recollection.Settled == 0 ? greeting : null)
                : null;
        var lines = said is null ? recollection.Lines : recollection.Lines.Take(recollection.Settled);
        var history = ConversationHistory.Of(lines, greeting, ConversationHistory.MostBytes >> (2 * refusals));
        using var patience = new CancellationTokenSource(BeginPatience, _time);
        try
        {
            await next.Session.BeginAsync(history, patience.Token);
            if (said is not null)
            {
                await next.Session.SayAsync(said, patience.Token);
            }

            await SendUnsentAsync(next, patience.Token);
        }
        catch (OperationCanceledException)
        {
            SessionStalled(next.Number, "The model did not take the history.");
            next.Session.Abort();
        }

        Promote(next, history, isReplacing);
    }

    private void Promote(Leg next, ConversationHistory history, bool isReplacing)
    {
        TaskCompletionSource handedOver;
        var before = _current;
        var owesAnswer = false;
        lock (_gate)
        {
            if (!_renewal.HandedOver(next.Number, _time.GetUtcNow()))
            {
                return;
            }

            owesAnswer = before is not null && _renewal.OwesAnswer(before.Number);
            _current = next;
            handedOver = _handedOver;
            _handedOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        handedOver.SetResult();
        if (owesAnswer)
        {
            _ = LetAnswerAsync(before!);
        }

        if (before is not null)
        {
            Renewals += isReplacing ? 0 : 1;
            _turns.Renewed();
            SessionTookOver(next.Number, history.Messages.Count);
        }
    }

    // It hears no more of the caller, whose turn it would take for unfinished: silence ends it.
    private async Task LetAnswerAsync(Leg leaving)
    {
        using var patience = new CancellationTokenSource(_limits.Settled, _time);
        try
        {
            await leaving.Session.WriteAsync(new ReadOnlySequence<byte>(EndOfTurn), patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It takes nothing, and so has nothing to answer.
        }
    }

    private async Task SayAsync()
    {
        while (_current is { } current && TakeToSay() is { } text)
        {
            using var patience = new CancellationTokenSource(BeginPatience, _time);
            try
            {
                if (await current.Session.SayAsync(text, patience.Token))
                {
                    continue;
                }
            }
            catch (OperationCanceledException)
            {
                SessionStalled(current.Number, "The model did not take a text.");
                current.Session.Abort();
            }

            // Its successor is told.
            lock (_gate)
            {
                _toSay.Enqueue(text);
            }

            return;
        }
    }

    private string? TakeToSay()
    {
        lock (_gate)
        {
            return _toSay.TryDequeue(out var text) ? text : null;
        }
    }
}
