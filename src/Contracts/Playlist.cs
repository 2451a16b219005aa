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
/// <param name="Transfer">To whom, when <paramref name="Next"/> is a transfer that the agent asked for.</param>
/// <param name="Ending">Why, once <paramref name="Next"/> is decided: a later bridge reports it, should this one be lost before it could.</param>
public sealed record Playlist(
    int Generation,
    IReadOnlyList<Prompt> Prompts,
    int DroppedThrough,
    FlowStep Next,
    TransferTarget? Transfer = null,
    CallEnding? Ending = null
)
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
