using System.Text.Json.Serialization;

namespace SonicBridge.Contracts.Configuration;

/// <summary>
/// How the agent is to hold a call: what a business writes into a file under <c>configurations/</c>, and, as the
/// call-start Lambda found it, <c>configuration.json</c> of the call's folder. What is absent is as the bridge's own
/// environment has it.
/// </summary>
public sealed record CallConfiguration
{
    /// <summary>Said while a slow tool runs, when the configuration names nothing else.</summary>
    public const string DefaultWaitingPhrase = "One moment please, I am looking that up.";

    /// <summary>Said when a bridge takes over from one that is gone, when the configuration names nothing else.</summary>
    public const string DefaultFillerPhrase = "I am sorry, could you bear with me for a moment?";

    /// <summary>Who the agent is, and what it may and may not do.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>One of the model's voices.</summary>
    public string? Voice { get; init; }

    /// <summary>The language of the call, such as <c>de-DE</c>.</summary>
    public string? Language { get; init; }

    /// <summary>What the agent is asked to open with; absent, the caller speaks first.</summary>
    public string? Greeting { get; init; }

    /// <summary>How soon a pause counts as the end of the caller's turn.</summary>
    public EndpointingSensitivity? Endpointing { get; init; }

    /// <summary>The call ends when nobody has spoken for so long.</summary>
    public int? CallerSilenceSeconds { get; init; }

    /// <summary>The call ends after so long, whatever is being said.</summary>
    public int? MaximumSeconds { get; init; }

    /// <summary>What the agent can look up or do.</summary>
    public IReadOnlyList<ToolConfiguration> Tools { get; init; } = [];

    /// <summary>What the caller hears while a slow tool runs.</summary>
    public string? WaitingPhrase { get; init; }

    /// <summary>What the caller hears when a bridge takes over from one that is gone.</summary>
    public string? FillerPhrase { get; init; }

    /// <summary>To whom callers are handed.</summary>
    public TransferConfiguration? Transfer { get; init; }

    /// <summary>What is kept of the words.</summary>
    public PrivacyConfiguration Privacy { get; init; } = new();
}

/// <summary>The pause after which the model answers: high is the shortest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EndpointingSensitivity>))]
public enum EndpointingSensitivity
{
    [JsonStringEnumMemberName("high")]
    High,

    [JsonStringEnumMemberName("medium")]
    Medium,

    [JsonStringEnumMemberName("low")]
    Low,
}
