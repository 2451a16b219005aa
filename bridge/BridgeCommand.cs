using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Health;

namespace SonicBridge.Bridge;

/// <summary>The command line.</summary>
internal static class BridgeCommand
{
    private const string Usage = """
        bridge            holds the conversation of one call, then exits
        bridge standby    holds no call: answers GET /health until it is told to stop
        bridge health     asks the bridge in this container whether it is healthy
        bridge --help     prints this

        Set by launch-bridge for each call:
          CALL_FOLDER                    s3://bucket/calls/<contact id>/
          BRIDGE_GENERATION              which of the call's bridges this is, from 1

        Set in the task definition, each with its default:
          AWS_REGION                     (none)
          NOVA_SONIC_MODEL_ID            amazon.nova-2-sonic-v1:0
          NOVA_SONIC_VOICE               matthew
          NOVA_SONIC_SYSTEM_PROMPT       a friendly assistant's
          NOVA_SONIC_ENDPOINTING         MEDIUM; HIGH answers sooner after a pause, LOW later
          NOVA_SONIC_INPUT_HERTZ         8000; 16000 resamples the caller's voice
          NOVA_SONIC_MAX_TOKENS          1024
          NOVA_SONIC_TOP_P               0.9
          NOVA_SONIC_TEMPERATURE         0.7
          RENEW_AFTER_SECONDS            360; from this age of a stream to the model on a pause is looked for to renew it
          FORCE_RENEWAL_AFTER_SECONDS    450; at this age it is renewed without one; the model ends it at 480
          CALLER_SILENCE_LIMIT_SECONDS   120; the call ends when nobody has spoken for so long
          END_OF_CALL_SECONDS            4; the caller hung up when no fragment came for so long
          HEARTBEAT_SECONDS              5
          BRIDGE_HEALTH_PORT             3000; 0 takes any free port

        Exit codes: 0 the call has ended, the standby bridge was told to stop, or the bridge is healthy; 1 the bridge
        could not do its work, or is not healthy; 2 the configuration cannot be used.
        """;

    /// <summary>Runs a command.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        Func<string, string?> variable,
        TextWriter output,
        TextWriter errors
    )
    {
        switch (args)
        {
            case []:
                return await HoldCallAsync(variable, errors);
            case ["standby"]:
                return await StandByAsync(variable, errors);
            case ["health"]:
                return await AskHealthAsync(variable, output, errors);
            case ["--help" or "-h" or "help"]:
                await output.WriteLineAsync(Usage);
                return ExitCode.Ok;
            default:
                await errors.WriteLineAsync($"bridge knows no '{string.Join(' ', args)}': see bridge --help.");
                return ExitCode.Misconfigured;
        }
    }

    private static async Task<int> HoldCallAsync(Func<string, string?> variable, TextWriter errors)
    {
        if (BridgeConfiguration.TryRead(variable, out var configuration, out var problems))
        {
            return await BridgeProcess.RunAsync(configuration, TimeProvider.System);
        }

        await SayAsync(problems, errors);
        return ExitCode.Misconfigured;
    }

    private static async Task<int> StandByAsync(Func<string, string?> variable, TextWriter errors)
    {
        if (await ReadPortAsync(variable, errors) is not { } port)
        {
            return ExitCode.Misconfigured;
        }

        using var stop = new StopSignal();
        return await Standby.RunAsync(port, Console.OpenStandardOutput(), TimeProvider.System, stop.Token);
    }

    private static async Task<int> AskHealthAsync(Func<string, string?> variable, TextWriter output, TextWriter errors)
    {
        if (await ReadPortAsync(variable, errors) is not { } port)
        {
            return ExitCode.Misconfigured;
        }

        if (port == 0)
        {
            await errors.WriteLineAsync(
                "BRIDGE_HEALTH_PORT is 0: the bridge took a port that only its log names; ask that one for /health."
            );
            return ExitCode.Misconfigured;
        }

        var (healthy, said) = await HealthProbe.AskAsync(port);
        await output.WriteLineAsync(said);
        return healthy ? ExitCode.Ok : ExitCode.Failed;
    }

    /// <returns>The port, or nothing when what is set cannot be used, which is then said.</returns>
    private static async Task<int?> ReadPortAsync(Func<string, string?> variable, TextWriter errors)
    {
        var environment = new EnvironmentReader(variable);
        var port = BridgeConfiguration.ReadHealthPort(environment);
        if (environment.Problems.Count == 0)
        {
            return port;
        }

        await SayAsync(environment.Problems, errors);
        return null;
    }

    private static async Task SayAsync(IReadOnlyList<string> problems, TextWriter errors)
    {
        foreach (var problem in problems)
        {
            await errors.WriteLineAsync(problem);
        }
    }
}
