using System.Text.Json;
using SonicBridge.Bridge.Logging;

namespace SonicBridge.Bridge.Telemetry;

/// <summary>
/// One turn in figures: a line of the log that CloudWatch takes for metrics by itself (embedded metric format), without
/// an agent. They have no dimension, so that they are of all calls; the line's own members lead back to the call.
/// </summary>
internal sealed record TurnMetrics : ILineContent
{
    private const string Milliseconds = "Milliseconds";
    private const string Count = "Count";

    /// <summary>When the turn was over.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From the caller's last word, as it went to the model, to a prompt that the flow can play.</summary>
    public TimeSpan? TimeToFirstPrompt { get; init; }

    /// <summary>From the caller's last word to the first of the model's voice: the model's own pause included.</summary>
    public TimeSpan? ModelLatency { get; init; }

    /// <summary>How often the caller spoke over the agent.</summary>
    public int Interruptions { get; init; }

    /// <summary>Sessions to the model that took over from one before.</summary>
    public int Renewals { get; init; }

    /// <summary>1 in the first turn of a bridge that took the place of another.</summary>
    public int Relaunches { get; init; }

    /// <summary>Blocks of the caller's voice that the stream lacks.</summary>
    public long LostBlocks { get; init; }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("_aws"u8);
        json.WriteNumber("Timestamp"u8, At.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics"u8);
        json.WriteStartObject();
        json.WriteString("Namespace"u8, "SonicBridge"u8);
        json.WriteStartArray("Dimensions"u8);
        json.WriteStartArray();
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics"u8);
        foreach (var (name, unit, _) in Figures())
        {
            json.WriteStartObject();
            json.WriteString("Name"u8, name);
            json.WriteString("Unit"u8, unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        foreach (var (name, _, value) in Figures())
        {
            json.WriteNumber(name, value);
        }
    }

    private IEnumerable<(string Name, string Unit, double Value)> Figures()
    {
        if (TimeToFirstPrompt is { } prompt)
        {
            yield return (nameof(TimeToFirstPrompt), Milliseconds, Math.Round(prompt.TotalMilliseconds));
        }

        if (ModelLatency is { } latency)
        {
            yield return (nameof(ModelLatency), Milliseconds, Math.Round(latency.TotalMilliseconds));
        }

        yield return (nameof(Interruptions), Count, Interruptions);
        yield return (nameof(Renewals), Count, Renewals);
        yield return (nameof(Relaunches), Count, Relaunches);
        yield return (nameof(LostBlocks), Count, LostBlocks);
    }
}
