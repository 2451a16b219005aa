using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Relaunch;

/// <summary>From where a bridge goes on with a call that another held before.</summary>
/// <param name="Said">The conversation so far.</param>
/// <param name="AfterFragment">The fragment after which it reads the caller's voice; null for the contact's first.</param>
/// <param name="IsAwaited">Whether the caller may be waiting for an answer, or hears nobody since a while.</param>
internal sealed record Resumption(Recollection Said, string? AfterFragment, bool IsAwaited)
{
    /// <summary>Whether the bridge before had told the flow what comes last: nobody is to be spoken with any more.</summary>
    public bool IsDecided { get; init; }

    /// <summary>How the agent has promised to the bridge before to end the call, when it has.</summary>
    public PromisedEnding? Promised { get; init; }

    /// <param name="left">What the bridge before left; null when it was lost before it could leave anything.</param>
    public static Resumption From(Checkpoint? left)
    {
        var said = new Recollection(left?.Lines ?? [], left?.Settled ?? 0);
        // The answer of a tool goes to the bridge that asked for it: the next one has to ask again.
        said = left is { AwaitsTool: true } ? said.Reopened() : said;
        var isOver = left is { Leaving: true } or { Promised.Ending: CallEnding.AgentEnded };
        return new Resumption(said, left?.AfterFragment, !isOver || said.Unanswered is not null)
        {
            Promised = left?.Promised,
        };
    }
}
