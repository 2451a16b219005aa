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

    public IReadOnlyList<TranscriptLine> Lines => _lines;

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
                return false;
            case SonicEvent.ContentEnd end:
                var said = Close(end.ContentId, end.Reason == StopReason.Interrupted, now);
                if (end.Reason == StopReason.Interrupted)
                {
                    MarkInterrupted();
                }

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
