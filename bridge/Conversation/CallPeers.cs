using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Those with whom a call has to do.</summary>
internal sealed record CallPeers
{
    /// <summary>The model.</summary>
    public required IModel Model { get; init; }

    /// <summary>Reads the caller's voice into the sink until it ends, and tells how.</summary>
    public required Func<IVoiceSink, CancellationToken, Task<CallInput>> ReadCallerAsync { get; init; }

    /// <summary>Lets the caller hear the agent.</summary>
    public required IAgentVoice Agent { get; init; }

    /// <summary>What the model may have done.</summary>
    public required IToolRunner Tools { get; init; }

    /// <summary>The call's execution.</summary>
    public required ICallReport Report { get; init; }

    /// <summary>Keeps the transcript.</summary>
    public required Func<IReadOnlyList<TranscriptLine>, CancellationToken, Task> WriteTranscriptAsync { get; init; }

    /// <summary>
    /// Keeps what the next bridge has to know. Throws <see cref="SupersededException"/> when the call is another bridge's.
    /// </summary>
    public Func<Remembered, CancellationToken, Task> WriteCheckpointAsync { get; init; } =
        static (_, _) => Task.CompletedTask;

    /// <summary>Whether Amazon Connect has said that the contact has ended.</summary>
    public Func<CancellationToken, Task<bool>> IsDisconnectedAsync { get; init; } = static _ => Task.FromResult(false);

    /// <summary>Whether the call has been given to another bridge.</summary>
    public required Func<CancellationToken, Task<bool>> IsSupersededAsync { get; init; }
}
