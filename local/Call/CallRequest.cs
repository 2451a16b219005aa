namespace SonicBridge.Local.Call;

/// <summary>What the <c>call</c> command was asked for.</summary>
/// <param name="Wav">A recording that is the caller, or null.</param>
/// <param name="Scenario">A scenario's file or name, or null.</param>
/// <param name="Output">The folder for what is left of the call.</param>
/// <param name="Keep">Whether the local cloud stays after the call.</param>
/// <param name="IsModelReal">Whether Amazon Bedrock answers, and no script.</param>
/// <param name="Session">How long the simulated model keeps a stream; null for what the scenario says.</param>
public sealed record CallRequest(
    string? Wav,
    string? Scenario,
    string Output,
    bool Keep,
    bool IsModelReal,
    TimeSpan? Session = null
)
{
    /// <summary>A folder with the product as it is deployed, or null.</summary>
    public string? Product { get; init; }
}
