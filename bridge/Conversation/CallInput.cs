using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>What a call hears of.</summary>
internal abstract record CallInput
{
    /// <summary>The model sent an event.</summary>
    public sealed record ModelSpoke(SonicEvent Event) : CallInput;

    /// <summary>A tool has answered, or was given up.</summary>
    public sealed record ToolAnswered(string ToolUseId, ToolAnswer Answer) : CallInput;

    /// <summary>The model's stream ended.</summary>
    public sealed record ModelEnded(SonicEnd End) : CallInput;

    /// <summary>The caller is gone: hung up, or the stream carries another contact.</summary>
    public sealed record CallerLeft(CallEnding Ending, string Detail) : CallInput;

    /// <summary>Something that the call cannot do without does not work.</summary>
    public sealed record Broke(string Detail) : CallInput;

    /// <summary>The process was told to stop.</summary>
    public sealed record StopAsked : CallInput;

    /// <summary>The bridge has waited long enough for the one that takes its place.</summary>
    public sealed record LeaveOver : CallInput;

    /// <summary>The call's execution no longer waits for this bridge.</summary>
    public sealed record ExecutionGone : CallInput;

    /// <summary>Another bridge has taken the call over.</summary>
    public sealed record Superseded : CallInput;

    /// <summary>Time has passed: <see cref="CallLife.Deadline"/> may be reached.</summary>
    /// <param name="CallerSpokeAt">When the caller's voice was last loud, if it ever was.</param>
    public sealed record TimePassed(DateTimeOffset? CallerSpokeAt = null) : CallInput;
}
