using System.Diagnostics.CodeAnalysis;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Configuration;

/// <summary>All that one bridge is told, read once at its start from environment variables.</summary>
internal sealed record BridgeConfiguration
{
    /// <summary>The port of <c>GET /health</c> unless told otherwise.</summary>
    public const int DefaultHealthPort = 3000;

    /// <summary>CALL_FOLDER: the call.</summary>
    public required CallFolder Folder { get; init; }

    /// <summary>BRIDGE_GENERATION: which of the call's bridges this is, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>AWS_REGION.</summary>
    public required string Region { get; init; }

    /// <summary>NOVA_SONIC_…: how the model is to speak.</summary>
    public required SonicSettings Sonic { get; init; }

    /// <summary>RENEW_AFTER_SECONDS, FORCE_RENEWAL_AFTER_SECONDS: when a session with the model gives way to the next.</summary>
    public required RenewalLimits Renewal { get; init; }

    /// <summary>CALLER_SILENCE_LIMIT_SECONDS: the call ends when neither side has spoken for so long.</summary>
    public required TimeSpan CallerSilenceLimit { get; init; }

    /// <summary>END_OF_CALL_SECONDS: the caller hung up when no fragment came for so long.</summary>
    public required TimeSpan EndOfCall { get; init; }

    /// <summary>HEARTBEAT_SECONDS: how often the call's execution hears that the bridge lives.</summary>
    public required TimeSpan Heartbeat { get; init; }

    /// <summary>BRIDGE_HEALTH_PORT: where <c>GET /health</c> listens; 0 for any free port.</summary>
    public required int HealthPort { get; init; }

    /// <summary>Reads the configuration.</summary>
    /// <param name="variable">Answers an environment variable by name, null when it is not set.</param>
    /// <param name="problems">A sentence for each variable that is missing or cannot be used.</param>
    public static bool TryRead(
        Func<string, string?> variable,
        [NotNullWhen(true)] out BridgeConfiguration? configuration,
        out IReadOnlyList<string> problems
    )
    {
        var environment = new EnvironmentReader(variable);
        var folder = environment.Parsed(
            "CALL_FOLDER",
            "the call's folder, s3://bucket/calls/<contact id>/ (launch-bridge does so)",
            CallFolder.Parse
        );
        var read = new BridgeConfiguration
        {
            Folder = folder!,
            Generation = environment.Whole("BRIDGE_GENERATION", null, 1, int.MaxValue),
            Region = environment.Required("AWS_REGION", "the region of the call, such as us-east-1"),
            Sonic = ReadSonic(environment),
            Renewal = ReadRenewal(environment),
            CallerSilenceLimit = environment.Seconds("CALLER_SILENCE_LIMIT_SECONDS", 120, 5, 3600),
            EndOfCall = environment.Seconds("END_OF_CALL_SECONDS", 4, 2, 300),
            Heartbeat = environment.Seconds("HEARTBEAT_SECONDS", 5, 1, 300),
            HealthPort = ReadHealthPort(environment),
        };
        problems = environment.Problems;
        configuration = problems.Count == 0 ? read : null;
        return configuration is not null;
    }

    /// <summary>The port alone, for <c>bridge health</c>, which must answer even where the rest is not set.</summary>
    public static int ReadHealthPort(EnvironmentReader environment) =>
        environment.Whole("BRIDGE_HEALTH_PORT", DefaultHealthPort, 0, ushort.MaxValue);

    private static RenewalLimits ReadRenewal(EnvironmentReader environment)
    {
        var defaults = new RenewalLimits();
        var renewAfter = environment.Whole("RENEW_AFTER_SECONDS", (int)defaults.RenewAfter.TotalSeconds, 3, 420);
        var forceAfter = environment.Whole(
            "FORCE_RENEWAL_AFTER_SECONDS",
            (int)defaults.ForceAfter.TotalSeconds,
            // In between a pause is looked for; the model ends a stream at 480 s.
            renewAfter + 1,
            470
        );
        // A session's age counts from its opening: one that had waited for longer than that would soon give way in its turn.
        var half = TimeSpan.FromSeconds(renewAfter / 2.0);
        return defaults with
        {
            RenewAfter = TimeSpan.FromSeconds(renewAfter),
            ForceAfter = TimeSpan.FromSeconds(forceAfter),
            NextKept = half < defaults.NextKept ? half : defaults.NextKept,
        };
    }

    private static SonicSettings ReadSonic(EnvironmentReader environment)
    {
        var defaults = new SonicSettings();
        return new SonicSettings
        {
            ModelId = environment.Optional("NOVA_SONIC_MODEL_ID", defaults.ModelId),
            Voice = environment.Optional("NOVA_SONIC_VOICE", defaults.Voice),
            SystemPrompt = environment.Optional("NOVA_SONIC_SYSTEM_PROMPT", defaults.SystemPrompt),
            Endpointing = environment.OneOf(
                "NOVA_SONIC_ENDPOINTING",
                defaults.Endpointing,
                ("HIGH", Endpointing.High),
                ("MEDIUM", Endpointing.Medium),
                ("LOW", Endpointing.Low)
            ),
            InputHertz = environment.OneOf(
                "NOVA_SONIC_INPUT_HERTZ",
                defaults.InputHertz,
                ("8000", 8000),
                ("16000", 16000)
            ),
            MaxTokens = environment.Whole("NOVA_SONIC_MAX_TOKENS", defaults.MaxTokens, 1, 65536),
            TopP = environment.Fraction("NOVA_SONIC_TOP_P", defaults.TopP),
            Temperature = environment.Fraction("NOVA_SONIC_TEMPERATURE", defaults.Temperature),
        };
    }
}
