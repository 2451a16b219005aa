using System.Text.Json.Serialization;
using SonicBridge.Bridge.Conversation;

namespace SonicBridge.Bridge.Health;

/// <summary>Whether a bridge does its work: what <c>GET /health</c> and <c>bridge health</c> tell.</summary>
/// <param name="Healthy">Whether the call's execution has heard of it lately.</param>
/// <param name="Phase">How far the call has come.</param>
/// <param name="SecondsSinceHeartbeat">How long ago the execution last heard of it.</param>
internal sealed record HealthReport(bool Healthy, string Phase, double SecondsSinceHeartbeat)
{
    /// <summary>So many heartbeats may be missed: one alone may be lost on its way.</summary>
    private const int MissedHeartbeats = 3;

    /// <summary>Takes the pulse.</summary>
    /// <param name="heartbeat">How often the heart is to beat.</param>
    public static HealthReport Of(CallVitals vitals, TimeSpan heartbeat) =>
        new(
            vitals.SinceHeartbeat < heartbeat * MissedHeartbeats,
            vitals.Phase switch
            {
                CallPhase.Starting => "starting",
                CallPhase.Conversing => "conversing",
                CallPhase.Closing => "closing",
                _ => "ended",
            },
            Math.Round(vitals.SinceHeartbeat.TotalSeconds, 1)
        );
}

/// <summary>How a report is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
