namespace SonicBridge.Local.Call;

/// <summary>What happened in a call, in order, as it happens: what the live view and the timeline show.</summary>
/// <param name="time">The clock.</param>
/// <param name="noted">Called for each entry, one at a time.</param>
public sealed class CallJournal(TimeProvider time, Action<JournalEntry> noted)
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly long _start = time.GetTimestamp();

    /// <summary>How long ago the call began.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>All entries so far.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Notes what has just happened or, with a duration, what has just ended.</summary>
    public void Note(Lane lane, string text, TimeSpan duration = default) =>
        NoteAt(Now - duration, lane, text, duration);

    /// <summary>Notes what happened before and is known only now.</summary>
    public void NoteAt(TimeSpan at, Lane lane, string text, TimeSpan duration = default)
    {
        lock (_lock)
        {
            var entry = new JournalEntry(at, duration, lane, text);
            _entries.Add(entry);
            noted(entry);
        }
    }
}

/// <summary>One thing that happened.</summary>
/// <param name="At">When it began, from the start of the call.</param>
/// <param name="Duration">How long it took; zero for a moment.</param>
public sealed record JournalEntry(TimeSpan At, TimeSpan Duration, Lane Lane, string Text);

/// <summary>Where something happens.</summary>
public enum Lane
{
    Caller,
    Agent,
    Flow,
    Lambda,
    Execution,
    Bridge,

    /// <summary>What the caller must not notice: a session's or a bridge's end, a tool; and what the caller does to the agent.</summary>
    Moment,
}
