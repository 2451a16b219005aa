using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>A line of the transcript, and of the agent's the voice that said it.</summary>
/// <param name="Line">The words, as the model gave them.</param>
/// <param name="Block">The voice, when it is known.</param>
/// <param name="IsMeant">Whether the words are those that were meant, since none came as said.</param>
internal sealed record SpokenLine(TranscriptLine Line, SpokenBlock? Block = null, bool IsMeant = false)
{
    /// <summary>The line as the caller heard it; null when nothing of it was played.</summary>
    public TranscriptLine? Heard(IReadOnlyList<SampleRange> unheard)
    {
        var heard = IsMeant ? Block!.HeardOfMeant(unheard) : Block?.HeardOf(Line.Text, unheard);
        return heard is null || heard == Line.Text ? Line
            : heard.Length == 0 ? null
            : Line with { Text = heard, Interrupted = true };
    }
}
