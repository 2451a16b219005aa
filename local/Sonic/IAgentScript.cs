namespace SonicBridge.Local.Sonic;

/// <summary>What the simulated model answers. It understands nothing: the words are given.</summary>
public interface IAgentScript
{
    /// <summary>The answer to a turn.</summary>
    /// <param name="turn">1 for the session's first.</param>
    /// <param name="heard">How long the caller spoke.</param>
    AgentAnswer Answer(int turn, TimeSpan heard);
}

/// <summary>One answer.</summary>
/// <param name="CallerText">What goes into the transcript as the caller's words.</param>
/// <param name="Text">The agent's words.</param>
/// <param name="Voice">The same spoken: 16-bit, 8 kHz, mono.</param>
public sealed record AgentAnswer(string CallerText, string Text, ReadOnlyMemory<short> Voice);
