using System.Text;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Writes down what was said: final texts only, for a speculative one may never be spoken.</summary>
internal sealed class CallTranscript(DateTimeOffset startedAt)
{
    private readonly Dictionary<string, Block> _open = [];
    private readonly List<TranscriptLine> _lines = [];
    private bool _interrupted;
    private int _settled;

    public IReadOnlyList<TranscriptLine> Lines => _lines;

    /// <summary>What was said so far, for a model that has to be told.</summary>
    public Recollection Recall() => new([.. _lines], _settled);

    /// <summary>Takes an event.</summary>
    /// <returns>Whether the caller has said something.</returns>
    public bool Note(SonicEvent heard, DateTimeOffset now)
    {
        switch (heard)
        {
            case SonicEvent.ContentStart { Type: ContentType.Text, Stage: GenerationStage.Final } start:
                _open[start.ContentId] = new Block(start.Role, new StringBuilder());
                return false;
            case SonicEvent.ContentStart { Type: ContentType.Audio }:
                _interrupted = false;
                return false;
            case SonicEvent.TextOutput output:
                if (_open.TryGetValue(output.ContentId, out var block))
                {
                    block.Text.Append(output.Text);
                }

                return false;
            case SonicEvent.Interrupted:
                MarkInterrupted();
                _settled = _lines.Count;
                return false;
            case SonicEvent.Broken:
                BreakOff(now);
                return false;
            case SonicEvent.CompletionEnd:
                _settled = _lines.Count;
                return false;
            case SonicEvent.ContentEnd end:
                var isInterrupted = end.Reason == StopReason.Interrupted;
                var said = Close(end.ContentId, isInterrupted, now);
                if (isInterrupted)
                {
                    MarkInterrupted();
                }

                _settled = !said && (isInterrupted || end.Reason == StopReason.EndTurn) ? _lines.Count : _settled;
                return said;
            default:
                return false;
        }
    }

    private bool Close(string contentId, bool interrupted, DateTimeOffset now)
    {
        if (!_open.Remove(contentId, out var block))
        {
            return false;
        }

        var text = block.Text.ToString().Trim();
        if (text.Length == 0 || block.Role == Role.Other)
        {
            return false;
        }

        var at = now > startedAt ? now - startedAt : TimeSpan.Zero;
        var isCaller = block.Role == Role.User;
        var speaker = isCaller ? Speaker.Caller : Speaker.Agent;
        _lines.Add(new TranscriptLine(speaker, text, at, !isCaller && (interrupted || _interrupted)));
        return isCaller;
    }

    // What was said of the turn stays in the transcript; it is not settled, and will be said anew.
    private void BreakOff(DateTimeOffset now)
    {
        foreach (var contentId in _open.Keys.ToArray())
        {
            Close(contentId, interrupted: true, now);
        }

        MarkInterrupted();
    }

    // The agent's final words come before or after the news of the interruption: the line that is there since the
    // caller's last is marked, and so is one that follows until the agent speaks again.
    private void MarkInterrupted()
    {
        _interrupted = true;
        if (_lines is [.., { Speaker: Speaker.Agent } last])
        {
            _lines[^1] = last with { Interrupted = true };
        }
    }

    private sealed record Block(Role Role, StringBuilder Text);
}
