using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>What a call wants done.</summary>
internal abstract record CallAction
{
    /// <summary>Let the caller hear this: 16-bit little-endian, 8 kHz, mono.</summary>
    public sealed record Speak(ReadOnlyMemory<byte> Pcm) : CallAction;

    /// <summary>The agent paused: what it said so far can be played.</summary>
    public sealed record EndTurn : CallAction;

    /// <summary>Drop what the caller has not begun to hear.</summary>
    public sealed record Interrupt : CallAction;

    /// <summary>Tell the execution that this bridge leaves; the conversation goes on.</summary>
    public sealed record Leave : CallAction;

    /// <summary>Let the caller hear a text of ours.</summary>
    public sealed record Say(string Text) : CallAction;

    /// <summary>Run a tool that the model asks for; both voices go on meanwhile.</summary>
    public sealed record RunTool(SonicEvent.ToolUse Use) : CallAction;

    /// <summary>Tell the model what came of a tool.</summary>
    /// <param name="Use">What it had asked.</param>
    /// <param name="Json">A JSON object.</param>
    public sealed record AnswerTool(SonicEvent.ToolUse Use, string Json) : CallAction;

    /// <summary>The call is over.</summary>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Farewell">What may still be written.</param>
    /// <param name="Transfer">To whom the caller goes, when the agent has said so.</param>
    public sealed record End(CallOutcome Outcome, Farewell Farewell, TransferTarget? Transfer = null) : CallAction;
}

/// <summary>What a bridge may still do when its call is over.</summary>
internal enum Farewell
{
    /// <summary>Tell the flow, write the transcript, and report to the call's execution.</summary>
    Report,

    /// <summary>The same, but nobody waits for the report.</summary>
    Unreported,

    /// <summary>A last checkpoint: the next bridge goes on with the call.</summary>
    HandedOn,

    /// <summary>Nothing: the call belongs to another bridge.</summary>
    Untouched,
}
