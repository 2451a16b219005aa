namespace SonicBridge.Bridge.Sonic;

/// <summary>How the model is asked to listen and speak.</summary>
internal sealed record SonicSettings
{
    /// <summary>The rate of the caller's voice as Amazon Connect records it, and of the agent's as it plays it.</summary>
    public const int TelephoneHertz = 8000;

    public string ModelId { get; init; } = "amazon.nova-2-sonic-v1:0";

    /// <summary>One of the model's voices: matthew and tiffany speak all of its languages.</summary>
    public string Voice { get; init; } = "matthew";

    public string SystemPrompt { get; init; } =
        "You are a friendly assistant who speaks with a caller on the telephone. "
        + "Keep each answer to one or two short sentences, ask one question at a time, and speak plainly.";

    /// <summary>What the agent is asked to open with; null when the caller speaks first.</summary>
    public string? Greeting { get; init; }

    /// <summary>How soon a pause counts as the end of the caller's turn.</summary>
    public Endpointing Endpointing { get; init; } = Endpointing.Medium;

    /// <summary>8000, or 16000 to have the caller's voice resampled before it is sent.</summary>
    public int InputHertz { get; init; } = TelephoneHertz;

    public int MaxTokens { get; init; } = 1024;

    public double TopP { get; init; } = 0.9;

    public double Temperature { get; init; } = 0.7;

    /// <summary>What the model may ask for.</summary>
    public IReadOnlyList<ToolSpec> Tools { get; init; } = [];

    /// <summary>The first Nova Sonic rejects the turn detection setting, which came with the second.</summary>
    public bool KnowsEndpointing => !ModelId.Contains("nova-sonic-v1", StringComparison.Ordinal);
}

/// <summary>The pause after which the model answers: 1.5 s, 1.75 s or 2 s, as Nova 2's user guide has it.</summary>
internal enum Endpointing
{
    High,
    Medium,
    Low,
}
