using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SonicBridge.Bridge.Telemetry;

/// <summary>Sends traces to a collector, when OpenTelemetry's own variables name one.</summary>
internal static class TraceExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Begins to send; disposing sends what is left.</summary>
    /// <returns>Null when no collector is named: then nothing of it is even loaded.</returns>
    public static IDisposable? Begin(Func<string, string?> variable) =>
        variable(Endpoint) is { Length: > 0 } ? Build() : null;

    // Its protocol, headers and time limits are OpenTelemetry's variables, which the exporter reads by itself.
    private static TracerProvider Build() =>
        Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(static resource => resource.AddService("nova-sonic-bridge"))
            .AddSource(CallTrace.SourceName)
            .AddOtlpExporter()
            .Build();
}
