using System.Text.Json;
using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Health;
using SonicBridge.Bridge.Logging;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge;

/// <summary>One bridge, from its start to its end: holds one call, and tells how it went.</summary>
internal sealed partial class BridgeProcess(BridgeConfiguration configuration, TimeProvider time, ILoggerFactory logs)
{
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(10);

    private readonly ILogger _log = logs.CreateLogger<BridgeProcess>();
    private readonly CallVitals _vitals = new(time);

    /// <summary>Holds the call that the configuration names.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(BridgeConfiguration configuration, TimeProvider time)
    {
        using var logs = new JsonLines(Console.OpenStandardOutput(), time);
        using var traces = TraceExport.Begin(Environment.GetEnvironmentVariable);
        using var stop = new StopSignal();
        return await new BridgeProcess(configuration, time, logs).RunAsync(stop.Token);
    }

    private async Task<int> RunAsync(CancellationToken stop)
    {
        using var scope = _log.BeginScope(new CallScope(configuration.Folder.ContactId, configuration.Generation));
        using var ended = new CancellationTokenSource();
        using var health = new HealthResponder(
            () => HealthReport.Of(_vitals, configuration.Heartbeat),
            time,
            logs.CreateLogger<HealthResponder>()
        );
        var holding = HoldCallAsync(stop);
        health.Listen(configuration.HealthPort);
        var answering = health.AnswerAsync(ended.Token);
        var exitCode = await holding;
        await ended.CancelAsync();
        await answering;
        return exitCode;
    }

    private async Task<int> HoldCallAsync(CancellationToken stop)
    {
        using var clients = new AwsClients(configuration.Region);
        var store = new CallStore(clients.S3, configuration.Folder);
        var turns = new TurnClock(time, TellTurn);
        if (configuration.Generation > 1)
        {
            turns.Relaunched();
        }

        // All that the call needs is begun at once; each part costs a connection and the first use of its client.
        var describing = Task.Run(() => store.ReadAsync(CallFile.Call, CancellationToken.None), CancellationToken.None);
        var launching = Task.Run(
            () => store.ReadAsync(CallFile.Launch, CancellationToken.None),
            CancellationToken.None
        );
        var configuring = Task.Run(() => ReadConfigurationAsync(store), CancellationToken.None);
        var tuned = TuneAsync(configuring);
        using var model = new RenewingModel(
            () => SonicSession.Open(clients.ReachModelAsync, configuration.Sonic, time, tuned),
            configuration.Renewal,
            GreetingOfAsync(tuned),
            turns,
            time,
            logs.CreateLogger<RenewingModel>()
        );

        TaskToken? token = null;
        try
        {
            if (await launching is not { Value: var ticket })
            {
                throw Missing(CallFile.Launch.Name, "launch-bridge writes it before it runs a task");
            }

            if (ticket.Generation != configuration.Generation)
            {
                Superseded(ticket.Generation);
                return ExitCode.Ok;
            }

            token = new TaskToken(clients.StepFunctions, ticket.TaskToken);
            var call =
                await describing
                ?? throw Missing(CallFile.Call.Name, "the call-start Lambda (invoke-ecs-ec2-task) writes it");
            using var trace = CallTrace.Hold(
                call.Value.TraceParent,
                configuration.Folder.ContactId,
                configuration.Generation
            );
            var assembly = new CallAssembly(configuration, clients, store, _vitals, turns, time, logs);
            await assembly.HoldAsync(call.Value, await configuring, model, token, stop);
            return ExitCode.Ok;
        }
        catch (SupersededException e)
        {
            TakenOver(e.Message);
            return ExitCode.Ok;
        }
        catch (Exception e)
        {
            Failed(e);
            await ReportFailureAsync(token, e);
            return ExitCode.Failed;
        }
    }

    // The call-start Lambda has checked it: what cannot be read all the same must not cost a caller.
    private async Task<CallConfiguration> ReadConfigurationAsync(CallStore store)
    {
        try
        {
            return (await store.ReadAsync(CallFile.Configuration, CancellationToken.None))?.Value
                ?? new CallConfiguration();
        }
        catch (JsonException e)
        {
            ConfigurationUnreadable(e);
            return new CallConfiguration();
        }
    }

    private async Task<SonicSettings> TuneAsync(Task<CallConfiguration> configuring) =>
        CallTuning.Of(configuration.Sonic, await configuring);

    private static async Task<string?> GreetingOfAsync(Task<SonicSettings> tuned) => (await tuned).Greeting;

    private void TellTurn(TurnMetrics turn)
    {
        CallTrace.Turn(turn);
        _log.Log(LogLevel.Information, new EventId(0, "Turn"), turn, null, static (_, _) => "A turn is over.");
    }

    private async Task ReportFailureAsync(TaskToken? token, Exception cause)
    {
        if (token is null)
        {
            // Without launch.json there is nobody to tell; bridge-stopped tells the execution that the task has ended.
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(LastWord, time);
            await token.FailAsync($"The bridge could not hold the call: {cause.Message}", patience.Token);
        }
        catch (Exception e)
        {
            Failed(e);
        }
    }

    private InvalidDataException Missing(string file, string writer) =>
        new($"{file} is not in {configuration.Folder}: {writer}.");

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "Superseded",
        Message = "The call belongs to bridge {Owner}: this one stops."
    )]
    private partial void Superseded(int owner);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "TakenOver", Message = "{Why} This bridge stops.")]
    private partial void TakenOver(string why);

    [LoggerMessage(
        Level = LogLevel.Error,
        EventName = "ConfigurationUnreadable",
        Message = "The call's configuration.json cannot be read: the call is held as the task definition has it."
    )]
    private partial void ConfigurationUnreadable(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "BridgeFailed", Message = "The bridge could not do its work.")]
    private partial void Failed(Exception exception);
}
