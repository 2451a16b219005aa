namespace SonicBridge.Local.Sonic;

/// <summary>What the simulated model answers. It understands nothing: the words are given.</summary>
public interface IAgentScript
{
    /// <summary>The answer to a turn of the caller's.</summary>
    /// <param name="conversation">In which it was said: the script goes on in it from one session to the next.</param>
    AgentAnswer Answer(Conversation conversation, CallerTurn turn);

    /// <summary>The answer to an interactive text.</summary>
    AgentAnswer Answer(Conversation conversation, string text);
}

/// <summary>What the caller said until a pause.</summary>
/// <param name="Number">1 for the conversation's first.</param>
/// <param name="Voice">The turn as it was heard, with a little before and the pause behind: 16-bit, 8 kHz, mono.</param>
/// <param name="Length">How long the caller spoke.</param>
public sealed record CallerTurn(int Number, ReadOnlyMemory<short> Voice, TimeSpan Length);

/// <summary>One answer.</summary>
/// <param name="CallerText">What goes into the transcript as the caller's words; null for an answer to no voice.</param>
/// <param name="Text">The agent's words; none for an answer that only calls tools.</param>
/// <param name="Voice">The same spoken: 16-bit, 8 kHz, mono.</param>
public sealed record AgentAnswer(string? CallerText, string? Text, ReadOnlyMemory<short> Voice)
{
    /// <summary>The tools that are called when the words were said.</summary>
    public IReadOnlyList<ToolCall> Tools { get; init; } = [];

    /// <summary>What is said when all of them have answered; null for nothing.</summary>
    public AgentAnswer? Then { get; init; }
}

/// <summary>A call of a tool.</summary>
/// <param name="Arguments">A JSON object.</param>
public sealed record ToolCall(string Name, string Arguments);

/// <summary>A call of a tool, as the client is told it.</summary>
/// <param name="Id">By which it is answered.</param>
public sealed record ToolUse(string Id, ToolCall Call);
