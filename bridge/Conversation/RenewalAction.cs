using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>What a renewal wants done.</summary>
internal abstract record RenewalAction
{
    /// <summary>Open another session.</summary>
    public sealed record Open : RenewalAction;

    /// <summary>Tell a session what was said, and give it the caller's voice from here on.</summary>
    /// <param name="Session">Its number.</param>
    public sealed record HandOver(int Session) : RenewalAction;

    /// <summary>Say goodbye to a session.</summary>
    public sealed record Close(int Session) : RenewalAction;

    /// <summary>The caller speaks over the last turn of a session that no longer hears him.</summary>
    public sealed record Interrupt : RenewalAction;

    /// <summary>Break a session off: it does not do its work.</summary>
    public sealed record Break(int Session, string Why) : RenewalAction;

    /// <summary>No session can be had.</summary>
    public sealed record GiveUp(SonicEnd End) : RenewalAction;
}
