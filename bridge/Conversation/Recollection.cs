using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>What was said so far, and how much of it is settled.</summary>
/// <param name="Lines">All lines, as they were heard.</param>
/// <param name="Settled">Lines up to the end of the agent's last turn; what follows waits for an answer.</param>
internal sealed record Recollection(IReadOnlyList<TranscriptLine> Lines, int Settled)
{
    /// <summary>Nothing was said yet.</summary>
    public static Recollection Nothing { get; } = new([], 0);

    /// <summary>This, and what was said after it.</summary>
    public Recollection Then(Recollection later) =>
        new([.. Lines, .. later.Lines], later.Settled > 0 ? Lines.Count + later.Settled : Settled);

    /// <summary>The caller's words that were not answered, or null.</summary>
    public string? Unanswered =>
        Lines.Skip(Settled).Where(line => line.Speaker == Speaker.Caller).Select(line => line.Text).ToArray()
            is { Length: > 0 } texts
            ? string.Join(' ', texts)
            : null;
}
