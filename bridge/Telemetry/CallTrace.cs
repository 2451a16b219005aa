using System.Diagnostics;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Telemetry;

/// <summary>
/// The call as a trace: begun by the call-start Lambda, whose place in it <c>call.json</c> hands over (W3C Trace Context).
/// Without an exporter it costs nothing.
/// </summary>
internal static class CallTrace
{
    /// <summary>The name by which an exporter listens.</summary>
    public const string SourceName = "SonicBridge.Bridge";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The bridge takes the call; what it does until the end is part of this.</summary>
    /// <param name="traceParent">As in <c>call.json</c>; null or unreadable begins a trace of its own.</param>
    public static Activity? Hold(string? traceParent, ContactId contactId, int generation)
    {
        _ = ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var parent);
        return Source
            .StartActivity("hold call", ActivityKind.Consumer, parent)
            ?.SetTag("call.contact_id", contactId.ToString())
            .SetTag("call.generation", generation);
    }

    /// <summary>A session to the model, for as long as it is heard.</summary>
    public static Activity? Session() => Source.StartActivity("model session", ActivityKind.Client);

    /// <summary>Writes down a turn that is over.</summary>
    public static void Turn(TurnMetrics turn)
    {
        var lasted = turn.TimeToFirstPrompt ?? turn.ModelLatency ?? TimeSpan.Zero;
        using var activity = Source.StartActivity(
            "turn",
            ActivityKind.Internal,
            parentContext: default,
            startTime: turn.At - lasted
        );
        activity
            ?.SetTag("turn.model_latency_ms", turn.ModelLatency?.TotalMilliseconds)
            .SetTag("turn.time_to_first_prompt_ms", turn.TimeToFirstPrompt?.TotalMilliseconds)
            .SetTag("turn.interruptions", turn.Interruptions);
    }
}
