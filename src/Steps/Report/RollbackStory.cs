using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Report;

/// <summary>What a rollback could not bring back as it was, and what it replaced.</summary>
/// <param name="Changed">What is another than before; empty when nothing is.</param>
/// <param name="Kept">Where what somebody had changed is kept, with a space before; empty when nobody had.</param>
/// <param name="Next">What a person does about both.</param>
internal sealed record RollbackStory(string Changed, string Kept, IReadOnlyList<string> Next)
{
    public static RollbackStory Of(RestoredNames restored)
    {
        RestoredChange[] changed = [.. restored.Changed?.Values ?? []];
        string[] kept = [.. restored.Kept?.Values ?? []];
        return new(
            string.Join(' ', changed.Select(static change => change.What)),
            string.Concat(kept.Select(static sentence => $" {sentence}")),
            [
                .. changed.Select(static change => change.Mend),
                .. kept.Length > 0
                    ?
                    [
                        $"Make anew by hand what is still wanted of {string.Join(", ", restored.Kept!.Keys)}, in the migration's folder.",
                    ]
                    : (string[])[],
            ]
        );
    }

    /// <summary>The headline: only where nothing bears another name it may be said that all is as it was.</summary>
    public string Brought(string asItWas) =>
        Changed.Length == 0
            ? asItWas
            : $"What was there before the migration is there again, but not all of it byte for byte. {Changed} All else is what it was: see 'proof'.";
}
