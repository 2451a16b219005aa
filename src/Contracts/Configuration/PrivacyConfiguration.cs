namespace SonicBridge.Contracts.Configuration;

/// <summary>What is kept of a call's words.</summary>
public sealed record PrivacyConfiguration
{
    /// <summary>Whether numbers that look like cards, telephones or identities are masked in the transcript.</summary>
    public bool MaskNumbers { get; init; }

    /// <summary>How long the transcript is kept; absent, as long as the rest of the call's folder.</summary>
    public TranscriptKeeping? KeepTranscript { get; init; }
}
