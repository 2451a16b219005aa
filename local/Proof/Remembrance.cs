using SonicBridge.Contracts;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Proof;

/// <summary>Whether a session was told what had been said and heard before it.</summary>
/// <param name="IsTrue">Whether it was: each line once, in order, those that were cut up to a word.</param>
/// <param name="Sentence">What is to be said of it where it was not.</param>
public sealed record Remembrance(bool IsTrue, string Sentence)
{
    private static readonly Remembrance Good = new(true, "");

    /// <summary>Compares what was said with what a session was told of it.</summary>
    /// <param name="said">All lines before the session took over, in order.</param>
    /// <param name="history">What it was told.</param>
    public static Remembrance Compare(IReadOnlyList<SaidLine> said, IReadOnlyList<HistoryLine> history)
    {
        // A conversation that the agent opened begins, in its history, with what the agent was asked to open with.
        var isOpened = said is [{ Speaker: Speaker.Agent }, ..] && history is [{ Speaker: Speaker.Caller }, ..];
        var next = 0;
        foreach (var message in isOpened ? history.Skip(1) : history)
        {
            var words = Words(message.Text);
            while (
                words.Length > 0
                && next < said.Count
                && (said[next].Speaker == message.Speaker || CanBeMissing(said, next))
            )
            {
                var line = said[next];
                var same = line.Speaker == message.Speaker ? Words(line.Text).CommonPrefixLength(words) : 0;
                if (same < Words(line.Text).Length && !CanBeMissing(said, next))
                {
                    break;
                }

                words = words[same..];
                next++;
            }

            if (words.Length > 0)
            {
                return new Remembrance(
                    false,
                    $"it was told of the {message.Speaker} '{string.Join(' ', words)}', which was not said there"
                );
            }
        }

        var forgotten = Enumerable.Range(next, said.Count - next).Where(i => !CanBeMissing(said, i)).ToList();
        return forgotten.Count == 0
            ? Good
            : new Remembrance(
                false,
                $"it was not told that the {said[forgotten[0]].Speaker} said '{said[forgotten[0]].Text}'"
            );
    }

    // What was cut may have been heard to no word of it; the caller's last words are said again, and not remembered.
    private static bool CanBeMissing(IReadOnlyList<SaidLine> said, int index) =>
        said[index].IsCut
        || (
            said[index].Speaker is Speaker.Caller
            && said.Skip(index + 1).All(static line => line.Speaker is Speaker.Agent && line.IsCut)
        );

    private static ReadOnlySpan<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
