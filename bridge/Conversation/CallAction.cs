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

    /// <summary>The call is over.</summary>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Farewell">What may still be written.</param>
    public sealed record End(CallOutcome Outcome, Farewell Farewell) : CallAction;
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
