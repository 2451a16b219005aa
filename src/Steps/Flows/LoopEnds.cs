namespace SonicBridge.Steps.Flows;

/// <summary>Where the call loop lets go of a caller. Invocations with equal ends share one loop.</summary>
/// <param name="ToQueue">Whether a caller who wants a person, or whose call fails, is handed to the queue.</param>
/// <param name="OnFailure">Where he goes else; null to hang up.</param>
/// <param name="AfterEnd">Where the flow goes on when the conversation is over; null to hang up.</param>
internal sealed record LoopEnds(bool ToQueue, string? OnFailure, string? AfterEnd)
{
    /// <summary>The actions of the old flow in which the loop ends.</summary>
    public IEnumerable<string> Targets => new[] { OnFailure, AfterEnd }.OfType<string>();

    /// <summary>The ends that take the place of an old action's branches.</summary>
    /// <param name="isOld">Whether an action is one of those that are replaced.</param>
    public static LoopEnds Of(
        FlowAction action,
        FlowDocument flow,
        Func<string, bool> isOld,
        FlowKind kind,
        GraftSettings settings
    )
    {
        var toQueue = settings.AgentQueueArn is not null && kind.TransfersToQueue;
        return new LoopEnds(
            toQueue,
            toQueue ? null : Behind(action, flow, isOld, static old => old.OnError ?? old.Next),
            kind.GoesOn ? Behind(action, flow, isOld, static old => old.Next) : null
        );
    }

    /// <summary>
    /// The first action behind an old one that is not old itself: one that tried itself again for ever would, as a loop,
    /// never let go of a caller whose call has failed.
    /// </summary>
    private static string? Behind(
        FlowAction action,
        FlowDocument flow,
        Func<string, bool> isOld,
        Func<FlowAction, string?> branch
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = action;
        while (seen.Add(at.Identifier))
        {
            if (branch(at) is not { } target || flow.Find(target) is not { } next)
            {
                return null;
            }

            if (!isOld(target))
            {
                return target;
            }

            at = next;
        }

        return null;
    }
}
