using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>How the agent's voice becomes prompts.</summary>
internal sealed record AgentVoiceOptions
{
    /// <summary>The lengths of a turn's prompts.</summary>
    public IReadOnlyList<PromptLengths> Lengths { get; init; } = PromptLengths.Default;

    /// <summary>Prompts that may be on their way to S3 before <see cref="AgentVoice.SpeakAsync"/> waits.</summary>
    public int MostUnderWay { get; init; } = 16;

    /// <summary>Prompts listed before progress.json is read in order to shorten the list.</summary>
    public int ListedBeforeShortening { get; init; } = 8;

    /// <summary>Told what becomes of each prompt. Must return at once and call nothing of the voice.</summary>
    public Action<PromptEvent> Observe { get; init; } = static _ => { };
}

/// <summary>Something that became of a prompt.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Stage">What.</param>
/// <param name="At">When.</param>
internal readonly record struct PromptEvent(Prompt Prompt, PromptStage Stage, DateTimeOffset At);

internal enum PromptStage
{
    /// <summary>Its last sample was spoken by the model.</summary>
    Cut,

    /// <summary>It is stored and listed: the flow can play it.</summary>
    Playable,

    /// <summary>The caller spoke before it was stored: it is never heard.</summary>
    Void,
}
