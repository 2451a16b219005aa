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

    /// <summary>This with the caller's last words unanswered, whatever the agent has said after them.</summary>
    public Recollection Reopened()
    {
        var asked = Lines.Count;
        while (asked > 0 && Lines[asked - 1].Speaker != Speaker.Caller)
        {
            asked--;
        }

        while (asked > 0 && Lines[asked - 1].Speaker == Speaker.Caller)
        {
            asked--;
        }

        return this with
        {
            Settled = Math.Min(Settled, asked),
        };
    }

    /// <summary>The caller's words that were not answered, or null.</summary>
    public string? Unanswered =>
        Lines.Skip(Settled).Where(line => line.Speaker == Speaker.Caller).Select(line => line.Text).ToArray()
            is { Length: > 0 } texts
            ? string.Join(' ', texts)
            : null;
}
