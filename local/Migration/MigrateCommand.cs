using System.CommandLine;
using SonicBridge.Local.Call;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.Deployment;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Moto;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Migration;

/// <summary><c>migrate [--dry-run] [--input json] [--out folder] [--keep] [--product folder]</c> and <c>rollback</c>, with a migration first.</summary>
public static class MigrateCommand
{
    private const int Stopped = 130;

    /// <summary>Moves a Fargate deployment to EC2.</summary>
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Writes the plan and changes nothing." };
        return Create(
            "migrate",
            "Rehearses the migration of a Fargate deployment in an account on this machine.",
            dryRun
        );
    }

    /// <summary>Moves it, and then back.</summary>
    public static Command CreateRollback() =>
        Create(
            "rollback",
            "Rehearses a migration, and then the rollback of it, in an account on this machine.",
            dryRun: null
        );

    /// <summary>Rehearses, and says in the last line what it came to.</summary>
    /// <exception cref="MotoMissingException">moto_server is not installed; the message says how to install it.</exception>
    /// <exception cref="IOException">This machine lacks something; the message says what.</exception>
    public static async Task<int> RehearseAsync(
        RehearsalRequest request,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        var time = TimeProvider.System;
        var product = ProductOption.Read(request.Product);
        using var output = OutputFolder.Prepare(request.Output);
        var scenario = ScenarioFile.Load(ScenarioFile.Default);
        Rehearsal? course = null;
        var options = new LocalCloudOptions
        {
            Product = product,
            Script = new ScriptedAgent(scenario),
            Streams = new KvsStreams(time),
            OnSonic = news => course?.OnSonic(news),
            BridgeSettings = new Dictionary<string, string> { ["END_OF_CALL_SECONDS"] = "4" },
        };
        say(
            "Simulated here: the account by moto_server, Connect's flows, callers, the model, and invoke-fargate-task. "
                + "The state machines, the steps and the bridges are the product's own."
        );
        await using var rehearsal = await RehearsalCloud.StartAsync(options, time, cancellationToken);
        say(
            $"The account holds the Fargate deployment ({rehearsal.Connect.Flows.Count} flows, "
                + $"{rehearsal.Connect.Modules.Count} module) and the product, at {rehearsal.Cloud.Door.Http}."
        );
        var caller = new RehearsalCaller(rehearsal, scenario, options.Streams, time, say);
        course = new Rehearsal(rehearsal, caller, time, say);
        var end = await course.RunAsync(request, cancellationToken);
        if (course.Migration is { } id)
        {
            var folder = await RehearsalFiles.WriteAsync(request.Output, id, rehearsal.Cloud, cancellationToken);
            say($"{folder}: {string.Join(", ", Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order())}");
        }

        say(end.Sentence);
        if (request.Keep)
        {
            say(
                $"The account stays until Ctrl-C: {ClientEnvironment.ForShell(rehearsal.Cloud.Door.Http)} "
                    + $"connect list-contact-flows --instance-id {ConnectInstance.LocalId}"
            );
            await Task.Delay(Timeout.Infinite, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return end.Code;
    }

    private static Command Create(string name, string description, Option<bool>? dryRun)
    {
        var input = new Option<string>("--input")
        {
            Description =
                "The input of the migration's execution, such as {\"percentages\":[50,100]}; what it leaves out is as a rehearsal needs it.",
            DefaultValueFactory = _ => "{}",
        };
        var output = new Option<string>("--out")
        {
            Description = "The folder for the reports and the executions' histories.",
            DefaultValueFactory = _ => "out",
        };
        var keep = new Option<bool>("--keep")
        {
            Description = "Keeps the account afterwards, for the aws CLI, until Ctrl-C.",
        };
        var product = ProductOption.Create();
        var command = new Command(name, description) { input, output, keep, product };
        if (dryRun is not null)
        {
            command.Add(dryRun);
        }

        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    () =>
                        new RehearsalRequest(
                            dryRun is null,
                            RehearsalInput.Parse(
                                parsed.GetValue(input)!,
                                isDryRun: dryRun is not null && parsed.GetValue(dryRun)
                            ),
                            parsed.GetValue(output)!,
                            parsed.GetValue(keep)
                        )
                        {
                            Product = parsed.GetValue(product),
                        },
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Func<RehearsalRequest> read, CancellationToken cancellationToken)
    {
        // Until this, Ctrl-C would end the program without a word.
        await Task.Yield();
        await using var stopping = cancellationToken.Register(static () =>
            Console.Error.WriteLine("Stopping the rehearsal: its executions, steps, bridges and moto_server.")
        );
        try
        {
            var request = read();
            if (request is { RollsBack: true, Input.IsDryRun: true })
            {
                throw new RehearsalInputException("A dry run changes nothing that could be rolled back.");
            }

            return await RehearseAsync(request, Console.WriteLine, cancellationToken);
        }
        // What breaks while all is stopped is no news.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; all processes of the rehearsal are gone.");
            return Stopped;
        }
        catch (Exception e)
            when (e
                    is MotoMissingException
                        or RehearsalInputException
                        or IOException
                        or AwsException
                        or ContactFlowException
                        or StackTemplateException
                        or ScenarioException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return RehearsalEnd.CannotRun;
        }
    }
}
