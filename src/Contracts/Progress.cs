namespace SonicBridge.Contracts;

/// <summary><c>progress.json</c>, written by next-prompt alone: how far the caller has heard.</summary>
/// <param name="HandedOut">The number of the last prompt given to the flow; those before it were played to their end, or skipped.</param>
/// <param name="HandedOutAt">When.</param>
/// <param name="Skipped">Prompts that were void when a later one was handed out, in rising order; null for none.</param>
public sealed record Progress(int HandedOut, DateTimeOffset HandedOutAt, IReadOnlyList<SkippedPrompts>? Skipped = null)
{
    /// <summary>What is written when a prompt is handed out next: those that are passed over are never heard.</summary>
    /// <param name="before">What was written before, if anything.</param>
    public static Progress After(Progress? before, int number, DateTimeOffset at)
    {
        var first = (before?.HandedOut ?? 0) + 1;
        return first >= number
            ? new Progress(number, at, before?.Skipped)
            : new Progress(number, at, [.. before?.Skipped ?? [], new SkippedPrompts(first, number - 1)]);
    }

    /// <summary>Whether the caller was given a prompt.</summary>
    public bool WasHandedOut(int number) =>
        number <= HandedOut && !(Skipped ?? []).Any(skipped => number >= skipped.From && number <= skipped.Through);
}

/// <summary>Prompts that nobody heard.</summary>
/// <param name="From">The first one's number.</param>
/// <param name="Through">The last one's.</param>
public sealed record SkippedPrompts(int From, int Through);
