using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>Words, and when they began to be said.</summary>
internal readonly record struct SpokenWords(TimeSpan At, string Text)
{
    // The model's text and its voice set out together; the voice has to be cut, stored and fetched.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    /// <summary>The caller's words: the model writes them after they were said.</summary>
    public static IReadOnlyList<SpokenWords> OfCaller(
        IEnumerable<JournalEntry> entries,
        IReadOnlyList<Speech> speech
    ) =>
        [
            .. entries.Select(entry => new SpokenWords(
                speech.LastOrDefault(s => s.To <= entry.At, Moment(entry)).From,
                entry.Text
            )),
        ];

    /// <summary>The agent's words: the model writes them before they are heard.</summary>
    public static IReadOnlyList<SpokenWords> OfAgent(IEnumerable<JournalEntry> entries, IReadOnlyList<Speech> speech)
    {
        var words = entries.ToList();
        return
        [
            .. words.Select(
                (entry, i) =>
                {
                    var next = i + 1 < words.Count ? words[i + 1].At : TimeSpan.MaxValue;
                    var heard = speech.FirstOrDefault(s => s.From + Slack >= entry.At, Moment(entry));
                    return new SpokenWords(heard.From < next ? heard.From : entry.At, entry.Text);
                }
            ),
        ];
    }

    private static Speech Moment(JournalEntry entry) => new(entry.At, entry.At);
}
