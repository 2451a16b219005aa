namespace SonicBridge.Bridge.Playback;

/// <summary>
/// Between which lengths a prompt may end. A turn's first one is short, so that the caller soon hears something; the
/// next ones grow, so that each plays until its successor is ready. None is long: a prompt that plays can't be stopped.
/// </summary>
/// <param name="Shortest">Before it no pause ends a prompt.</param>
/// <param name="Longest">After it a prompt ends even without a pause.</param>
public readonly record struct PromptLengths(TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>Those of a turn's prompts, in order; the last ones hold for all that follow.</summary>
    public static IReadOnlyList<PromptLengths> Default { get; } =
    [
        new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(1600)),
        new(TimeSpan.FromMilliseconds(1000), TimeSpan.FromMilliseconds(3000)),
        new(TimeSpan.FromMilliseconds(1500), TimeSpan.FromMilliseconds(4000)),
    ];
}
