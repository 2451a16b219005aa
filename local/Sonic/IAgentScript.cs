namespace SonicBridge.Local.Sonic;

/// <summary>What the simulated model answers. It understands nothing: the words are given.</summary>
public interface IAgentScript
{
    /// <summary>The answer to a turn.</summary>
    AgentAnswer Answer(CallerTurn turn);
}

/// <summary>What the caller said until a pause.</summary>
/// <param name="Number">1 for the session's first.</param>
/// <param name="Voice">The turn as it was heard, with a little before and the pause behind: 16-bit, 8 kHz, mono.</param>
/// <param name="Length">How long the caller spoke.</param>
public sealed record CallerTurn(int Number, ReadOnlyMemory<short> Voice, TimeSpan Length);

/// <summary>One answer.</summary>
/// <param name="CallerText">What goes into the transcript as the caller's words.</param>
/// <param name="Text">The agent's words.</param>
/// <param name="Voice">The same spoken: 16-bit, 8 kHz, mono.</param>
public sealed record AgentAnswer(string CallerText, string Text, ReadOnlyMemory<short> Voice);
