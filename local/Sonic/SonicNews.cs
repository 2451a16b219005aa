using SonicBridge.Contracts;

namespace SonicBridge.Local.Sonic;

/// <summary>What an observer of the simulated model is told.</summary>
public abstract record SonicNews(SonicSession Session)
{
    /// <summary>A stream was opened.</summary>
    public sealed record Opened(SonicSession Session) : SonicNews(Session);

    /// <summary>A stream was told what was said before, and takes the caller's voice from now on.</summary>
    public sealed record Begins(SonicSession Session) : SonicNews(Session);

    /// <summary>A text was typed in the caller's stead, for the model to answer.</summary>
    public sealed record Typed(SonicSession Session, string Text) : SonicNews(Session);

    /// <summary>The model calls a tool.</summary>
    public sealed record Called(SonicSession Session, ToolUse Use) : SonicNews(Session);

    /// <summary>A tool has answered.</summary>
    /// <param name="Json">A JSON object.</param>
    public sealed record ToolAnswered(SonicSession Session, ToolUse Use, string Json) : SonicNews(Session);

    /// <summary>The script calls a tool that the client has not offered: the model goes on without it.</summary>
    public sealed record NotOffered(SonicSession Session, string Tool) : SonicNews(Session);

    /// <summary>A piece of the caller's voice came in.</summary>
    /// <param name="Bytes">Its length.</param>
    public sealed record Heard(SonicSession Session, int Bytes) : SonicNews(Session);

    /// <summary>Words were said.</summary>
    public sealed record Said(SonicSession Session, Speaker Speaker, string Text) : SonicNews(Session);

    /// <summary>A piece of the answer's voice was sent.</summary>
    /// <param name="Length">How long it sounds.</param>
    public sealed record Spoke(SonicSession Session, TimeSpan Length) : SonicNews(Session);

    /// <summary>An answer was said to its end.</summary>
    public sealed record Finished(SonicSession Session) : SonicNews(Session);

    /// <summary>The caller spoke over the answer.</summary>
    public sealed record Interrupted(SonicSession Session) : SonicNews(Session);

    /// <summary>A stream has ended.</summary>
    /// <param name="Why">A sentence, or null when the client closed it as it should.</param>
    public sealed record Closed(SonicSession Session, string? Why) : SonicNews(Session);
}
