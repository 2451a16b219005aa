using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Relaunch;

/// <summary>What the next bridge has to know of a call.</summary>
/// <param name="Said">The conversation so far.</param>
/// <param name="AfterFragment">The fragment after which it reads the caller's voice; null for the contact's first.</param>
/// <param name="IsLeaving">Whether the bridge holds the conversation until it is replaced.</param>
internal sealed record Remembered(Recollection Said, string? AfterFragment, bool IsLeaving = false)
{
    /// <summary>How the agent has promised to end the call, when it has.</summary>
    public PromisedEnding? Promised { get; init; }

    /// <summary>Whether it is known what was heard of the agent's words.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether the caller waits for what a tool finds out.</summary>
    public bool AwaitsTool { get; init; }
}
