namespace SonicBridge.Bridge.Sonic;

/// <summary>What the model sends: the output events of Nova 2's user guide, "Handling output events".</summary>
internal abstract record SonicEvent
{
    /// <summary>A block of content begins; what follows with the same id belongs to it.</summary>
    /// <param name="ContentId">The block.</param>
    /// <param name="Type">What it holds.</param>
    /// <param name="Role">Whose words they are.</param>
    /// <param name="Stage">Whether the text is a preview of what will be said, or what was said.</param>
    public sealed record ContentStart(string ContentId, ContentType Type, Role Role, GenerationStage Stage)
        : SonicEvent;

    /// <summary>Text of a block.</summary>
    public sealed record TextOutput(string ContentId, string Text) : SonicEvent;

    /// <summary>The model noticed that the caller speaks over it: what is not yet played is void.</summary>
    public sealed record Interrupted(string ContentId) : SonicEvent;

    /// <summary>
    /// The bridge's own: the stream was lost in the midst of the agent's turn, which is said anew. What is not yet played
    /// of it is void.
    /// </summary>
    public sealed record Broken : SonicEvent;

    /// <summary>The agent's voice.</summary>
    /// <param name="ContentId">The block.</param>
    /// <param name="Pcm">16-bit little-endian, 8 kHz, mono. Valid until the handler is done.</param>
    public sealed record AudioOutput(string ContentId, ReadOnlyMemory<byte> Pcm) : SonicEvent;

    /// <summary>The model asks for a tool. It goes on listening and speaking, and expects one answer under this id.</summary>
    /// <param name="ToolUseId">The model's name for this request, valid in the session that made it.</param>
    /// <param name="Name">The tool.</param>
    /// <param name="Arguments">JSON, as the model wrote it.</param>
    public sealed record ToolUse(string ToolUseId, string Name, string Arguments) : SonicEvent;

    /// <summary>A block is complete.</summary>
    public sealed record ContentEnd(string ContentId, StopReason Reason) : SonicEvent;

    /// <summary>The model begins an answer.</summary>
    public sealed record CompletionStart : SonicEvent;

    /// <summary>The model has nothing more to say for now.</summary>
    public sealed record CompletionEnd : SonicEvent;

    /// <summary>Tokens used, summed up over the connection.</summary>
    public sealed record Usage(long InputTokens, long OutputTokens) : SonicEvent;

    /// <summary>An event of a kind that this reader does not know: newer models send more kinds.</summary>
    public sealed record Unknown(string Name) : SonicEvent;
}

/// <summary>What a block of content holds.</summary>
internal enum ContentType
{
    Other,
    Text,
    Audio,
    Tool,
}

/// <summary>Whose words a block holds.</summary>
internal enum Role
{
    Other,
    User,
    Assistant,
}

/// <summary>Whether a text is what was said, or what the model means to say.</summary>
internal enum GenerationStage
{
    Final,
    Speculative,
}

/// <summary>Why a block ended.</summary>
internal enum StopReason
{
    Other,
    PartialTurn,
    EndTurn,
    Interrupted,
}
