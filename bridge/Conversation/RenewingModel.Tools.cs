using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

internal sealed partial class RenewingModel
{
    // An id means something to the session that gave it alone. Any other is told in words, which it takes up.
    private async Task AnswerToolsAsync()
    {
        while (_current is { } current && TakeToAnswer(out var isOwn) is var (use, json))
        {
            if (!isOwn || !await TryAnswerAsync(current, use.ToolUseId, json))
            {
                Say($"The answer of {use.Name}, which you asked for before: {json}");
            }
        }
    }

    private async Task<bool> TryAnswerAsync(Leg current, string toolUseId, string json)
    {
        using var patience = new CancellationTokenSource(BeginPatience, _time);
        try
        {
            return await current.Session.AnswerToolAsync(toolUseId, json, patience.Token);
        }
        catch (OperationCanceledException)
        {
            SessionStalled(current.Number, "The model did not take a tool's answer.");
            current.Session.Abort();
            return false;
        }
    }

    /// <param name="isOwn">Whether the session that has the caller's voice is the one that asked.</param>
    private (SonicEvent.ToolUse Use, string Json)? TakeToAnswer(out bool isOwn)
    {
        lock (_gate)
        {
            isOwn = false;
            if (!_toAnswer.TryDequeue(out var next))
            {
                return null;
            }

            _awaited.Remove(next.Use.ToolUseId);
            _answered.Add(next.Use.ToolUseId);
            isOwn = _renewal.TakeAnswer(next.Use.ToolUseId, _time.GetUtcNow());
            return next;
        }
    }

    private bool AwaitsTool()
    {
        lock (_gate)
        {
            return _awaited.Count > 0;
        }
    }
}
