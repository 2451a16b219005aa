using System.CommandLine;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Script;
using SonicBridge.Local.View;
using Spectre.Console;

namespace SonicBridge.Local.Call;

/// <summary><c>call [caller.wav] [--scenario file] [--keep]</c>.</summary>
public static class CallCommand
{
    private const int NotAsExpected = 1;
    private const int BadInput = 2;

    private static readonly TimeSpan LevelsEvery = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var wav = new Argument<string?>("caller.wav")
        {
            Description = "A recording that is the caller: any WAV. Without it, the scenario's caller speaks.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "A scenario's file, or the name of a shipped one: booking, interruption.",
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
        var command = new Command("call", "Plays a phone call through the product, on this machine.")
        {
            wav,
            scenario,
            output,
            keep,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(wav),
                    parsed.GetValue(scenario),
                    parsed.GetValue(output)!,
                    parsed.GetValue(keep),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string? wav,
        string? scenario,
        string output,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await PlayAsync(Load(wav, scenario), output, keep, cancellationToken);
        }
        catch (Exception e)
            when (e
                    is ScenarioException
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
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; all processes of the call are gone.");
            return 130;
        }
    }

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
        string output,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        using ICallView view = AnsiConsole.Profile.Capabilities.Interactive
            ? new LiveView(AnsiConsole.Console, TimeProvider.System)
            : new PlainView(Console.Out);
        var time = TimeProvider.System;
        CallRun? run = null;
        var options = new LocalCloudOptions
        {
            Script = new ScriptedAgent(scenario),
            Streams = new KvsStreams(time),
            OnSonic = news => run?.OnSonic(news),
            BridgeSettings = new Dictionary<string, string> { ["END_OF_CALL_SECONDS"] = "4" },
        };
        await using var cloud = await LocalCloud.StartAsync(options, time, cancellationToken);
        var journal = new CallJournal(time, view.Show);
        using var placed = run = new CallRun(scenario, options.Streams, journal, new StreamingSettings(), time);
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

        var folder = Path.Join(output, result.Contact.ToString());
        await CallFiles.WriteAsync(folder, scenario.Title, run, result, cloud, journal, cancellationToken);
        var asExpected = Conclude(scenario, result, folder, view);
        if (keep)
        {
            view.Say(
                $"The local cloud stays at {cloud.Door.Http} until Ctrl-C: aws --endpoint-url {cloud.Door.Http} stepfunctions list-state-machines"
            );
            await Task.Delay(Timeout.Infinite, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return asExpected ? 0 : NotAsExpected;
    }

    private static bool Conclude(Scenario scenario, CallResult result, string folder, ICallView view)
    {
        view.Say("");
        view.Say(
            $"{folder}: mix.wav, caller.wav, agent.wav, timeline.png, transcript.json, outcome.json, execution-history.json"
        );
        if (result.Outcome is not { } outcome)
        {
            view.Say("The call has no recorded outcome: the product lost it.");
            return false;
        }

        var misses = scenario.Expected.Misses(outcome.Ending, result.Turns, result.Interruptions);
        view.Say(
            $"The call ended by {outcome.Ending} after {result.Turns} answers; the agent's lines are scripted, the rest is the product's own work."
        );
        if (result.Hearing is { } hearing)
        {
            view.Say(hearing.Sentence);
        }

        foreach (var miss in misses)
        {
            view.Say(miss);
        }

        return misses.Count == 0 && result.Hearing is not { IsTrue: false };
    }
}
