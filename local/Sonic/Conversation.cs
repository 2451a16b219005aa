namespace SonicBridge.Local.Sonic;

/// <summary>One caller's conversation with the model, over all the sessions that it takes.</summary>
public sealed class Conversation(string id)
{
    private readonly Lock _lock = new();
    private readonly List<SonicSession> _sessions = [];
    private readonly List<AgentAnswer> _awaited = [];
    private int _turns;

    /// <summary>Whose it is: the contact's id where the bridge's credentials tell it.</summary>
    public string Id => id;

    /// <summary>The caller's turns so far.</summary>
    public int Turns => Volatile.Read(ref _turns);

    /// <summary>All sessions, in the order in which they were opened.</summary>
    public IReadOnlyList<SonicSession> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions];
            }
        }
    }

    /// <summary>What the agent says when a tool has answered that has not yet; null when nothing is awaited.</summary>
    public AgentAnswer? Awaited
    {
        get
        {
            lock (_lock)
            {
                return _awaited.FirstOrDefault();
            }
        }
    }

    internal int Join(SonicSession session)
    {
        lock (_lock)
        {
            _sessions.Add(session);
            return _sessions.Count;
        }
    }

    internal int NextTurn() => Interlocked.Increment(ref _turns);

    /// <summary>The caller had only paused.</summary>
    internal void TakeTurnBack() => Interlocked.Decrement(ref _turns);

    internal void Await(AgentAnswer answer)
    {
        lock (_lock)
        {
            _awaited.Add(answer);
        }
    }

    internal void AwaitNoMore(AgentAnswer answer)
    {
        lock (_lock)
        {
            _awaited.Remove(answer);
        }
    }
}
