using System.CommandLine;
using SonicBridge.Contracts;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.View;
using Spectre.Console;

namespace SonicBridge.Local.Call;

/// <summary><c>call [caller.wav] [--scenario file] [--keep] [--bedrock aws] [--product folder]</c>.</summary>
public static class CallCommand
{
    private const int NotAsExpected = 1;
    private const int BadInput = 2;
    private const int Stopped = 130;

    private static readonly TimeSpan LevelsEvery = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var wav = new Argument<string?>("caller.wav")
        {
            Description = "A recording that is the caller: any WAV. Without it, the scenario's caller speaks.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        // A misspelt option would be looked for as a file.
        wav.Validators.Add(argument =>
        {
            if (argument.Tokens is [{ Value: ['-', ..] option }] && !File.Exists(option))
            {
                argument.AddError($"There is no option '{option}'.");
            }
        });
        var scenario = new Option<string?>("--scenario")
        {
            Description = "A scenario's file, or the name of a shipped one: booking, interruption, long.",
        };
        var output = new Option<string>("--out")
        {
            Description = "The folder for what is left of the call.",
            DefaultValueFactory = _ => "out",
        };
        var keep = new Option<bool>("--keep")
        {
            Description = "Keeps the local cloud running after the call, for the aws CLI, until Ctrl-C.",
        };
        var bedrock = new Option<string>("--bedrock")
        {
            Description =
                "Who answers: 'local', the script, or 'aws', Amazon Nova 2 Sonic itself with your AWS credentials and region.",
            DefaultValueFactory = _ => "local",
        };
        bedrock.AcceptOnlyFromAmong("local", "aws");
        var session = CreateSession(bedrock);
        var product = ProductOption.Create();
        var command = new Command("call", "Plays a phone call through the product, on this machine.")
        {
            wav,
            scenario,
            output,
            keep,
            bedrock,
            session,
            product,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    new CallRequest(
                        parsed.GetValue(wav),
                        parsed.GetValue(scenario),
                        parsed.GetValue(output)!,
                        parsed.GetValue(keep),
                        parsed.GetValue(bedrock) == "aws",
                        parsed.GetValue(session) is { } seconds ? TimeSpan.FromSeconds(seconds) : null
                    )
                    {
                        Product = parsed.GetValue(product),
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Option<int?> CreateSession(Option<string> bedrock)
    {
        const string Name = "--session-seconds";
        var session = new Option<int?>(Name)
        {
            Description =
                $"How long the simulated model keeps a stream, from {SessionLength.Shortest} to {SessionLength.Longest}, the real one's; the bridge renews its sessions accordingly.",
        };
        session.Validators.Add(option =>
        {
            // What is no number at all has its message already, and no value.
            if (option.Errors.Any())
            {
                return;
            }

            if (option.GetValueOrDefault<int?>() is < SessionLength.Shortest or > SessionLength.Longest)
            {
                option.AddError($"{Name} must be from {SessionLength.Shortest} to {SessionLength.Longest}.");
            }
            else if (option.GetResult(bedrock)?.GetValueOrDefault<string>() == "aws")
            {
                option.AddError($"{Name} is the simulated model's: the real one keeps a stream as long as it will.");
            }
        });
        return session;
    }

    private static async Task<int> RunAsync(CallRequest request, CancellationToken cancellationToken)
    {
        // Until this, Ctrl-C would end the program without a word.
        await Task.Yield();
        try
        {
            return await PlayAsync(Load(request.Wav, request.Scenario), request, cancellationToken);
        }
        // What breaks while all is stopped is no news.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; all processes of the call are gone.");
            return Stopped;
        }
        catch (Exception e)
            when (e
                    is ScenarioException
                        or RealModelException
                        or UnusableSoundException
                        or ContactFlowException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return BadInput;
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync(
                "The call is over, but its execution did not end within a minute: see the steps above."
            );
            return NotAsExpected;
        }
    }

    private static Dictionary<string, string> BridgeSettings(TimeSpan? session)
    {
        var settings = new Dictionary<string, string> { ["END_OF_CALL_SECONDS"] = "4" };
        foreach (var (name, value) in session is { } length ? SessionLength.BridgeSettings(length) : [])
        {
            settings[name] = value;
        }

        return settings;
    }

    private static FunctionDefinition FunctionOf(ScriptedFunction function) =>
        new()
        {
            Name = function.Name,
            Executable =
                Product.Sample(function.Sample)
                ?? throw new ScenarioException($"The function '{function.Name}' has no sample '{function.Sample}'."),
            Timeout = TimeSpan.FromSeconds(30),
            Delay = function.Delay,
            Warm = 1,
        };

    // Where the agent is to open or to end the call, the caller waits for it.
    private static CallerManners MannersOf(Scenario scenario) =>
        new()
        {
            Welcomes = scenario.Opening is null ? 1 : 2,
            Patience = scenario.Patience ?? new CallerManners().Patience,
            Farewell =
                scenario.Expected.Ending is CallEnding.CallerHungUp
                    ? new CallerManners().Farewell
                    : TimeSpan.FromSeconds(10),
        };

    private static Scenario Load(string? wav, string? scenario)
    {
        if (wav is null)
        {
            return ScenarioFile.Load(scenario ?? ScenarioFile.Default);
        }

        var sound = TelephoneSound.Load(wav);
        if (sound.Conversion is { } conversion)
        {
            Console.WriteLine($"'{wav}' is converted to what a telephone carries: {conversion}.");
        }

        return scenario is null
            ? Scenario.OfUnknown(sound.Samples, ScenarioFile.LoadOtherwise())
            : ScenarioFile.Load(scenario).WithRecording(sound.Samples);
    }

    private static async Task<int> PlayAsync(
        Scenario scenario,
        CallRequest request,
        CancellationToken cancellationToken
    )
    {
        var model = request.IsModelReal ? await RealModel.FindAsync(Environment.GetEnvironmentVariable) : null;
        if (model is not null)
        {
            Console.WriteLine(model.Announcement);
        }

        var product = ProductOption.Read(request.Product);
        using var output = OutputFolder.Prepare(request.Output);
        using ICallView view = LiveView.CanBeShown(AnsiConsole.Console)
            ? new LiveView(AnsiConsole.Console, TimeProvider.System)
            : new PlainView(Console.Out);
        var time = TimeProvider.System;
        var session = request.Session ?? scenario.Session;
        CallRun? run = null;
        var options = new LocalCloudOptions
        {
            Product = product,
            Script = new ScriptedAgent(scenario),
            Streams = new KvsStreams(time),
            OnSonic = news => run?.OnSonic(news),
            RealModel = model,
            OnBridgeLog = model is null ? static _ => { } : line => run?.OnBridgeLog(line),
            Sonic = session is { } length ? new SonicLimits { Connection = length } : new SonicLimits(),
            BridgeSettings = BridgeSettings(session),
            Functions = [.. scenario.Functions.Select(FunctionOf)],
        };
        await using var cloud = await LocalCloud.StartAsync(options, time, cancellationToken);
        if (scenario.Configuration is { } configuration)
        {
            cloud.Configure(configuration);
        }

        var journal = new CallJournal(time, view.Show);
        using var placed = run = new CallRun(
            scenario,
            options.Streams,
            journal,
            new StreamingSettings(),
            time,
            MannersOf(scenario)
        );
        var flow = ContactFlow.Parse(options.Product.ContactFlow);

        CallResult result;
        await using (
            TimeProvider.System.CreateTimer(
                _ => view.ShowLevels(run.Line.Levels.Caller, run.Line.Levels.Agent),
                null,
                LevelsEvery,
                LevelsEvery
            )
        )
        {
            result = await run.RunAsync(cloud, flow, cancellationToken);
        }

        var folder = Path.Join(request.Output, result.Contact.ToString());
        await CallFiles.WriteAsync(folder, scenario.Title, run, result, cloud, journal, cancellationToken);
        var asExpected = Conclusion.Say(scenario, result, model, folder, view);
        if (request.Keep)
        {
            view.Say(
                $"The local cloud stays at {cloud.Door.Http} until Ctrl-C: {ClientEnvironment.ForShell(cloud.Door.Http)} stepfunctions list-state-machines"
            );
            view.Say(
                $"What was wrong with the call: dotnet run --project local -- diagnose --endpoint {cloud.Door.Http} {result.Contact}"
            );
            await Task.Delay(Timeout.Infinite, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return asExpected ? 0 : NotAsExpected;
    }
}
