namespace SonicBridge.Contracts;

/// <summary>
/// <c>playlist.json</c>, written by the bridge alone, by conditional put: what the caller is to hear, in order.
/// </summary>
/// <param name="Generation">The bridge that wrote it.</param>
/// <param name="Prompts">In playing order, with rising numbers. Those long played may be left out.</param>
/// <param name="DroppedThrough">
/// Prompts up to this number that were not handed out yet are void: the caller spoke over them. 0 when there are none.
/// </param>
/// <param name="Next">What the flow does when all prompts are played.</param>
public sealed record Playlist(int Generation, IReadOnlyList<Prompt> Prompts, int DroppedThrough, FlowStep Next)
{
    /// <summary>The first prompt that is still to be played, or null.</summary>
    /// <param name="handedOut">The number of the last prompt given to the flow; 0 before the first.</param>
    public Prompt? NextAfter(int handedOut)
    {
        var floor = Math.Max(handedOut, DroppedThrough);
        foreach (var prompt in Prompts)
        {
            if (prompt.Number > floor)
            {
                return prompt;
            }
        }

        return null;
    }
}

/// <summary>One stretch of the agent's voice: a WAV file that Connect plays (G.711 µ-law, 8 kHz, mono).</summary>
/// <param name="Number">From 1, rising by one over the whole call.</param>
/// <param name="File">Its name inside the call's folder.</param>
/// <param name="Milliseconds">How long it plays.</param>
public sealed record Prompt(int Number, string File, int Milliseconds);
