using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>The agent's voice on its way to the caller.</summary>
internal interface IAgentVoice
{
    /// <summary>Takes what the agent says: 16-bit little-endian, 8 kHz, mono; valid until the task completes.</summary>
    ValueTask SpeakAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken);

    /// <summary>Lets all that was said so far be played.</summary>
    ValueTask EndTurnAsync(CancellationToken cancellationToken);

    /// <summary>Lets Connect say a text, after all that was said so far.</summary>
    ValueTask SayAsync(string text, CancellationToken cancellationToken);

    /// <summary>Drops what the caller has not begun to hear.</summary>
    ValueTask InterruptAsync(CancellationToken cancellationToken);

    /// <summary>What the caller has not heard of what the agent said, and will not.</summary>
    /// <param name="nothingFollows">Whether nothing more is played: the caller is gone.</param>
    Task<IReadOnlyList<SampleRange>> UnheardAsync(bool nothingFollows, CancellationToken cancellationToken);

    /// <summary>Tells the flow what comes after the last prompt.</summary>
    /// <param name="ending">Why the call ends.</param>
    /// <param name="transfer">To whom the caller goes, when the agent has said so.</param>
    Task FinishAsync(CallEnding ending, FlowStep next, TransferTarget? transfer, CancellationToken cancellationToken);
}
