using System.Text.Json.Serialization;

namespace SonicBridge.Contracts;

/// <summary>
/// How a call ended: what the bridge reports with the task token, and, once record-outcome has written it, <c>outcome.json</c>.
/// </summary>
/// <param name="Ending">Why.</param>
/// <param name="Next">What becomes of the caller: <see cref="FlowStep.End"/> or <see cref="FlowStep.Transfer"/>.</param>
/// <param name="Detail">A sentence for the engineer who reads it; never speech nor a phone number.</param>
public sealed record CallOutcome(CallEnding Ending, FlowStep Next, string? Detail = null);

/// <summary>The ways in which a call ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallEnding>))]
public enum CallEnding
{
    /// <summary>No more fragments came.</summary>
    [JsonStringEnumMemberName("callerHungUp")]
    CallerHungUp,

    /// <summary>The stream began to carry another contact.</summary>
    [JsonStringEnumMemberName("streamReused")]
    StreamReused,

    /// <summary>The model asked to end the call.</summary>
    [JsonStringEnumMemberName("agentEnded")]
    AgentEnded,

    /// <summary>The model asked for a person.</summary>
    [JsonStringEnumMemberName("transferRequested")]
    TransferRequested,

    /// <summary>The caller said nothing for too long.</summary>
    [JsonStringEnumMemberName("callerSilent")]
    CallerSilent,

    /// <summary>The call took as long as its configuration allows.</summary>
    [JsonStringEnumMemberName("maximumLength")]
    MaximumLength,

    /// <summary>The bridge was told to stop (SIGTERM).</summary>
    [JsonStringEnumMemberName("bridgeStopped")]
    BridgeStopped,

    /// <summary>Something broke; the detail says what.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
