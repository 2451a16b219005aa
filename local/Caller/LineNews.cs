namespace SonicBridge.Local.Caller;

/// <summary>What happens on the caller's line. Times are from the start of the call.</summary>
public abstract record LineNews(TimeSpan At)
{
    /// <summary>The caller begins to speak.</summary>
    /// <param name="Utterance">1 for the first.</param>
    public sealed record CallerSpeaks(TimeSpan At, int Utterance) : LineNews(At);

    /// <summary>The caller has heard a prompt, whole or up to the end of the call.</summary>
    /// <param name="Source">The file or the text.</param>
    public sealed record PromptHeard(TimeSpan At, TimeSpan Duration, string Source) : LineNews(At);

    /// <summary>The caller's voice is being published.</summary>
    public sealed record StreamingBegins(TimeSpan At, string StreamArn) : LineNews(At);

    /// <summary>The caller's voice is published no more.</summary>
    public sealed record StreamingEnds(TimeSpan At) : LineNews(At);

    /// <summary>The caller hangs up.</summary>
    public sealed record HangsUp(TimeSpan At) : LineNews(At);
}
