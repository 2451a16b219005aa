using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Tells from the model's events what the caller is to hear, and when the caller has spoken over it.</summary>
internal sealed class AgentTurns
{
    private string? _speaking;
    private bool _mayBeHeard;

    /// <summary>Whether a block of the agent's voice is under way.</summary>
    public bool IsSpeaking => _speaking is not null;

    public CallAction? Handle(SonicEvent heard)
    {
        switch (heard)
        {
            case SonicEvent.ContentStart { Type: ContentType.Audio } start:
                _speaking = start.ContentId;
                return null;
            case SonicEvent.AudioOutput { Pcm.IsEmpty: false } audio when audio.ContentId == _speaking:
                _mayBeHeard = true;
                return new CallAction.Speak(audio.Pcm);
            case SonicEvent.Interrupted:
            case SonicEvent.Broken:
            case SonicEvent.ContentEnd { Reason: StopReason.Interrupted }:
                return Interrupt();
            case SonicEvent.ContentEnd end when end.ContentId == _speaking:
                _speaking = null;
                return new CallAction.EndTurn();
            default:
                return null;
        }
    }

    // The model says so twice or more: by a text, and by the stop reason of each block that it breaks off.
    private CallAction.Interrupt? Interrupt()
    {
        // What still comes of the block that was broken off is not to be heard.
        _speaking = null;
        if (!_mayBeHeard)
        {
            return null;
        }

        _mayBeHeard = false;
        return new CallAction.Interrupt();
    }
}
