using System.Text;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// Writes down what was said: final texts, for a speculative one may never be spoken; but where the agent was cut short
/// and no final text came, the words of it that were heard.
/// </summary>
internal sealed class CallTranscript(DateTimeOffset startedAt)
{
    private readonly Dictionary<string, Block> _open = [];
    private readonly List<SpokenLine> _lines = [];

    // Texts that were announced, then voices that said them: the first final text is the first voice's, and so on.
    private readonly Queue<string> _meant = new();
    private readonly Queue<SpokenBlock> _voices = new();
    private SpokenBlock? _speaking;
    private string? _speakingId;
    private long _spoken;
    private bool _interrupted;
    private int _settled;

    /// <summary>All lines, as the model gave them.</summary>
    public int Count => _lines.Count;

    /// <summary>Whether the agent has said anything in this bridge.</summary>
    public bool HasSpoken => _spoken > 0;

    /// <summary>What was said so far, as it was heard.</summary>
    /// <param name="unheard">What was not played of what the agent said.</param>
    /// <param name="goesOn">Whether a turn that is being said counts as said to its end.</param>
    public Recollection Recall(IReadOnlyList<SampleRange> unheard, bool goesOn = false)
    {
        var lines = new List<TranscriptLine>(_lines.Count);
        var settled = 0;
        // What is being said has no line yet.
        foreach (var (i, said) in _lines.Concat(goesOn ? ToItsEnd() : Unnamed()).Index())
        {
            if (said.Heard(unheard) is { } line)
            {
                lines.Add(line);
                settled += i < _settled ? 1 : 0;
            }
        }

        return new Recollection(lines, settled);
    }

    /// <summary>The caller is to hear this.</summary>
    public void Speak(ReadOnlyMemory<byte> pcm)
    {
        _spoken += pcm.Length / sizeof(short);
        _speaking?.Extend(_spoken);
    }

    /// <summary>Takes an event.</summary>
    /// <returns>Whether the caller has said something.</returns>
    public bool Note(SonicEvent heard, DateTimeOffset now)
    {
        switch (heard)
        {
            case SonicEvent.ContentStart { Type: ContentType.Text } start:
                _open[start.ContentId] = new Block(start.Role, start.Stage, new StringBuilder());
                return false;
            case SonicEvent.ContentStart { Type: ContentType.Audio } start:
                _interrupted = false;
                _speaking = new SpokenBlock(_meant.TryDequeue(out var meant) ? meant : null, At(now), _spoken);
                _speakingId = start.ContentId;
                _voices.Enqueue(_speaking);
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
                return End(end, now);
            default:
                return false;
        }
    }

    private bool End(SonicEvent.ContentEnd end, DateTimeOffset now)
    {
        var isInterrupted = end.Reason == StopReason.Interrupted;
        if (end.ContentId == _speakingId)
        {
            _speaking!.IsWhole = !isInterrupted;
            (_speaking, _speakingId) = (null, null);
        }

        var said = Close(end.ContentId, isInterrupted, now);
        if (isInterrupted)
        {
            MarkInterrupted();
        }

        _settled = !said && (isInterrupted || end.Reason == StopReason.EndTurn) ? _lines.Count : _settled;
        return said;
    }

    private bool Close(string contentId, bool interrupted, DateTimeOffset now)
    {
        if (!_open.Remove(contentId, out var block))
        {
            return false;
        }

        var text = block.Text.ToString().Trim();
        switch (block)
        {
            case { Role: Role.Other }:
            case { Role: not Role.Assistant, Stage: GenerationStage.Speculative }:
            case var _ when text.Length == 0:
                return false;
            case { Stage: GenerationStage.Speculative }:
                _meant.Enqueue(text);
                return false;
            case { Role: Role.User }:
                NoteUnnamed();
                _lines.Add(new SpokenLine(new TranscriptLine(Speaker.Caller, text, At(now))));
                return true;
            default:
                NoteAgent(text, interrupted || _interrupted, now);
                return false;
        }
    }

    private void NoteAgent(string text, bool interrupted, DateTimeOffset now)
    {
        var line = new TranscriptLine(Speaker.Agent, text, At(now), interrupted);
        if (_voices.Count == 0 && _lines is [.., { Line.Speaker: Speaker.Agent } last] && IsSame(last.Line.Text, text))
        {
            // A text that came twice, or late: the voice that it belongs to has its line.
            _lines[^1] = last with
            {
                Line = line with { Interrupted = last.Line.Interrupted },
                IsMeant = false,
            };
        }
        else
        {
            _lines.Add(new SpokenLine(line, _voices.TryDequeue(out var voice) ? voice : null));
        }
    }

    // Something else is said: no final text comes any more.
    private void NoteUnnamed()
    {
        _lines.AddRange(Unnamed());
        _voices.Clear();
        _meant.Clear();
    }

    // Voices that no final text names: what was heard of them was said all the same.
    private IEnumerable<SpokenLine> Unnamed() =>
        _voices
            .Where(voice => voice.Meant is not null)
            .Select(voice => new SpokenLine(
                new TranscriptLine(Speaker.Agent, voice.Meant!, voice.At, _interrupted || !voice.IsWhole),
                voice,
                IsMeant: true
            ));

    // The same, and what the agent has yet to say of a turn that nobody has interrupted.
    private IEnumerable<SpokenLine> ToItsEnd() =>
        _speaking is not { Meant: { } meant } speaking || _interrupted
            ? Unnamed()
            : Unnamed()
                .Where(line => line.Block != speaking)
                .Concat(
                    _meant
                        .Prepend(meant)
                        .Select(text => new SpokenLine(new TranscriptLine(Speaker.Agent, text, speaking.At)))
                );

    // What was said of the turn stays in the transcript; it is not settled, and will be said anew.
    private void BreakOff(DateTimeOffset now)
    {
        foreach (var contentId in _open.Keys.ToArray())
        {
            Close(contentId, interrupted: true, now);
        }

        _interrupted = true;
        NoteUnnamed();
        (_speaking, _speakingId) = (null, null);
        MarkInterrupted();
    }

    // The agent's final words come before or after the news of the interruption: the line that is there since the
    // caller's last is marked, and so is one that follows until the agent speaks again.
    private void MarkInterrupted()
    {
        _interrupted = true;
        if (_lines is [.., { Line.Speaker: Speaker.Agent } last])
        {
            _lines[^1] = last with { Line = last.Line with { Interrupted = true } };
        }
    }

    private TimeSpan At(DateTimeOffset now) => now > startedAt ? now - startedAt : TimeSpan.Zero;

    private static bool IsSame(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private sealed record Block(Role Role, GenerationStage Stage, StringBuilder Text);
}
