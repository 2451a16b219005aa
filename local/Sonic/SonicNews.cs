using SonicBridge.Contracts;

namespace SonicBridge.Local.Sonic;

/// <summary>What an observer of the simulated model is told.</summary>
public abstract record SonicNews(SonicSession Session)
{
    /// <summary>A stream was opened.</summary>
    public sealed record Opened(SonicSession Session) : SonicNews(Session);

    /// <summary>A piece of the caller's voice came in.</summary>
    /// <param name="Bytes">Its length.</param>
    public sealed record Heard(SonicSession Session, int Bytes) : SonicNews(Session);

    /// <summary>Words were said.</summary>
    public sealed record Said(SonicSession Session, Speaker Speaker, string Text) : SonicNews(Session);

    /// <summary>A piece of the answer's voice was sent.</summary>
    /// <param name="Length">How long it sounds.</param>
    public sealed record Spoke(SonicSession Session, TimeSpan Length) : SonicNews(Session);

    /// <summary>The caller spoke over the answer.</summary>
    public sealed record Interrupted(SonicSession Session) : SonicNews(Session);

    /// <summary>A stream has ended.</summary>
    /// <param name="Why">A sentence, or null when the client closed it as it should.</param>
    public sealed record Closed(SonicSession Session, string? Why) : SonicNews(Session);
}
