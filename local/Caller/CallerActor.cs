using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Caller;

/// <summary>
/// A caller who listens: hears the greeting, speaks when the agent has finished (or over it, where the scenario says
/// so), and hangs up when all is said and answered. It decides by the times it is told, block by block.
/// </summary>
public sealed class CallerActor(IReadOnlyList<Utterance> utterances, CallerManners manners)
{
    private readonly Lock _lock = new();
    private int _next;
    private int _spoken;
    private bool _isSpeaking;
    private int _prompts;
    private int _heard;
    private bool _isAnswered;
    private TimeSpan _answerBegan;
    private TimeSpan _quietSince;
    private TimeSpan? _hangsUpAt;

    /// <summary>How many utterances the caller has begun.</summary>
    public int Begun
    {
        get
        {
            lock (_lock)
            {
                return _isSpeaking ? _next + 1 : _next;
            }
        }
    }

    /// <summary>Whether the caller has put the receiver down.</summary>
    public bool HasHungUp { get; private set; }

    /// <summary>The caller begins to hear a prompt.</summary>
    /// <param name="at">From the start of the call.</param>
    public void AgentBegins(TimeSpan at)
    {
        lock (_lock)
        {
            _prompts++;
            _heard++;
            if (!_isAnswered && (_next > 0 || _heard >= manners.Welcomes))
            {
                (_isAnswered, _answerBegan) = (true, at);
            }
        }
    }

    /// <summary>A prompt has ended.</summary>
    /// <param name="at">From the start of the call.</param>
    public void AgentEnds(TimeSpan at)
    {
        lock (_lock)
        {
            _prompts--;
            _quietSince = at > _quietSince ? at : _quietSince;
        }
    }

    /// <summary>Says the next block: a piece of an utterance, or silence.</summary>
    /// <param name="block">Filled with what the caller says.</param>
    /// <param name="at">The block's beginning, from the start of the call.</param>
    public void Speak(Span<short> block, TimeSpan at)
    {
        lock (_lock)
        {
            block.Clear();
            HasHungUp |= _hangsUpAt <= at;
            _isSpeaking &= !HasHungUp;
            if (!_isSpeaking && !HasHungUp)
            {
                Decide(at);
            }

            if (_isSpeaking)
            {
                Say(block, at);
            }
        }
    }

    private void Decide(TimeSpan at)
    {
        if (_next == utterances.Count)
        {
            HasHungUp = IsQuietFor(_isAnswered ? manners.Farewell : manners.Bewilderment, at);
            return;
        }

        var interrupts = utterances[_next].InterruptsAfter;
        _isSpeaking =
            interrupts is { } pause && _isAnswered
                ? at - _answerBegan >= pause
                : IsQuietFor(_isAnswered ? manners.Patience : manners.Bewilderment, at);
        _spoken = 0;
        if (_isSpeaking && utterances[_next].HangsUpAfter is { } stay)
        {
            _hangsUpAt = at + stay;
        }
    }

    private bool IsQuietFor(TimeSpan duration, TimeSpan at) => _prompts == 0 && at - _quietSince >= duration;

    private void Say(Span<short> block, TimeSpan at)
    {
        var utterance = utterances[_next];
        if (Telephone.DurationOf(_spoken) < utterance.LastWord)
        {
            // What the agent says before the caller's last word is no answer to it.
            _isAnswered = false;
        }

        var piece = utterance.Voice.Span[_spoken..];
        piece = piece[..Math.Min(piece.Length, block.Length)];
        piece.CopyTo(block);
        _spoken += piece.Length;
        if (_spoken == utterance.Voice.Length)
        {
            (_isSpeaking, _next) = (false, _next + 1);
            _quietSince = at + Telephone.DurationOf(block.Length);
        }
    }
}
