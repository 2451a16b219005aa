using System.Text.Json.Serialization;

namespace SonicBridge.Contracts;

/// <summary>
/// <c>checkpoint.json</c>, written by the bridge alone, by conditional put: from where the next bridge goes on with the
/// conversation when this one is lost.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>The bridge that wrote it.</summary>
    public required int Generation { get; init; }

    /// <summary>When that bridge took the call over.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When this was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the call began: the times of <see cref="Lines"/> count from here.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// The fragment after which the next bridge reads the caller's voice: all that was said up to its end stands in
    /// <see cref="Lines"/>. Null for the contact's first.
    /// </summary>
    public string? AfterFragment { get; init; }

    /// <summary>Files with what was said first, in order: see <see cref="Chapter"/>.</summary>
    public IReadOnlyList<string> Chapters { get; init; } = [];

    /// <summary>The rest of the conversation so far, by all bridges of the call, as the caller heard it.</summary>
    public required IReadOnlyList<TranscriptLine> Lines { get; init; }

    /// <summary>How many lines, of the whole conversation, end before the caller's words that are not answered yet.</summary>
    public int Settled { get; init; }

    /// <summary>Whether the bridge that wrote it holds the conversation until the next one has it.</summary>
    public bool Leaving { get; init; }

    /// <summary>How the agent has promised to end the call, when it has and the call has not ended yet.</summary>
    public PromisedEnding? Promised { get; init; }

    /// <summary>Whether the caller waits for what a tool finds out, whatever the agent has said meanwhile.</summary>
    public bool AwaitsTool { get; init; }

    /// <summary>How long the bridge that wrote it had held the call by then.</summary>
    [JsonIgnore]
    public TimeSpan Held => At - Since;
}
