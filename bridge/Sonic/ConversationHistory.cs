using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// What was said so far, as a new session is told it: messages of either side in turn, the caller's first, the newest
/// ones within the model's limits.
/// </summary>
internal sealed class ConversationHistory
{
    /// <summary>40 KB by "Managing chat history" of the user guide, read as the smaller of the two sizes of a KB.</summary>
    public const int MostBytes = 40_000;

    /// <summary>No page names a number; field reports of the first Nova Sonic do.</summary>
    public const int MostMessages = 40;

    private ConversationHistory(IReadOnlyList<HistoryMessage> messages) => Messages = messages;

    public static ConversationHistory None { get; } = new([]);

    public IReadOnlyList<HistoryMessage> Messages { get; }

    /// <summary>Makes a history of what was said.</summary>
    /// <param name="lines">All lines, in their order.</param>
    /// <param name="opening">What the agent was asked to open with: the caller's words in a history that the agent began.</param>
    /// <param name="mostBytes">The limit: the oldest messages are left out over it.</param>
    public static ConversationHistory Of(
        IEnumerable<TranscriptLine> lines,
        string? opening = null,
        int mostBytes = MostBytes
    )
    {
        var messages = Merged(lines);
        if (opening is not null && messages is [{ Speaker: Speaker.Agent }, ..])
        {
            messages.Insert(0, new HistoryMessage(Speaker.Caller, opening));
        }

        var first = FirstWithin(messages, mostBytes);
        if (first == messages.Count && messages is [.., { Speaker: Speaker.Caller } last])
        {
            return last.Within(mostBytes) is { Text.Length: > 0 } end ? new([end]) : None;
        }

        return first == messages.Count ? None : new(messages[first..]);
    }

    // The model wants the two sides in turn.
    private static List<HistoryMessage> Merged(IEnumerable<TranscriptLine> lines)
    {
        var messages = new List<HistoryMessage>();
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                continue;
            }

            if (messages is [.., { } last] && last.Speaker == line.Speaker)
            {
                messages[^1] = last.And(line.Text);
            }
            else
            {
                messages.Add(new HistoryMessage(line.Speaker, line.Text));
            }
        }

        return messages;
    }

    private static int FirstWithin(List<HistoryMessage> messages, int mostBytes)
    {
        var first = messages.Count;
        for (var (i, bytes) = (messages.Count - 1, 0); i >= 0 && messages.Count - i <= MostMessages; i--)
        {
            bytes += messages[i].Bytes;
            if (bytes > mostBytes)
            {
                break;
            }

            first = i;
        }

        return first < messages.Count && messages[first].Speaker == Speaker.Agent ? first + 1 : first;
    }
}
