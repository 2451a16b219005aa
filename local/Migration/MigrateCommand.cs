using System.CommandLine;
using SonicBridge.Local.Call;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.Deployment;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Moto;
using SonicBridge.Local.Script;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Migration;

/// <summary><c>migrate [--input json] [--keep]</c> and <c>rollback [--input json] [--keep]</c>.</summary>
public static class MigrateCommand
{
    private const int Failed = 1;
    private const int CannotRun = 2;
    private const int Stopped = 130;

    private const string MigrateMachine = "MigrateStateMachine";
    private const string RollbackMachine = "RollbackStateMachine";

    /// <summary>Moves a Fargate deployment to EC2.</summary>
    public static Command Create() =>
        Create(
            "migrate",
            "Rehearses the migration of a Fargate deployment in an account on this machine.",
            MigrateMachine
        );

    /// <summary>Moves it, and then back.</summary>
    public static Command CreateRollback() =>
        Create(
            "rollback",
            "Rehearses a migration, and then the rollback of it, in an account on this machine.",
            MigrateMachine,
            RollbackMachine
        );

    private static Command Create(string name, string description, params string[] machines)
    {
        var input = new Option<string>("--input")
        {
            Description = "The input of the migration's execution, such as {\"dryRun\":true}.",
            DefaultValueFactory = _ => "{}",
        };
        var keep = new Option<bool>("--keep")
        {
            Description = "Keeps the account afterwards, for the aws CLI, until Ctrl-C.",
        };
        var command = new Command(name, description) { input, keep };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(machines, parsed.GetValue(input)!, parsed.GetValue(keep), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> machines,
        string input,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RehearseAsync(machines, input, keep, cancellationToken);
        }
        catch (Exception e)
            when (e
                    is MotoMissingException
                        or IOException
                        or AwsException
                        or StackTemplateException
                        or ScenarioException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CannotRun;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; all processes of the rehearsal are gone.");
            return Stopped;
        }
    }

    private static async Task<int> RehearseAsync(
        IReadOnlyList<string> machines,
        string input,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        var time = TimeProvider.System;
        var options = new LocalCloudOptions
        {
            Script = new ScriptedAgent(ScenarioFile.Load(ScenarioFile.Default)),
            Streams = new KvsStreams(time),
        };
        Console.WriteLine(
            "Simulated here: the account by moto_server, Connect's flows, the model, and invoke-fargate-task. "
                + "The state machines, the steps and the bridges are the product's own."
        );
        await using var rehearsal = await RehearsalCloud.StartAsync(options, time, cancellationToken);
        Console.WriteLine(
            $"The account holds the Fargate deployment ({rehearsal.Connect.Flows.Count} flows, "
                + $"{rehearsal.Connect.Modules.Count} module) and the product, at {rehearsal.Cloud.Door.Http}."
        );
        var code = await RunMachinesAsync(rehearsal, machines, input, time, cancellationToken);
        if (keep)
        {
            Console.WriteLine(
                $"The account stays until Ctrl-C: aws --endpoint-url {rehearsal.Cloud.Door.Http} "
                    + $"connect list-contact-flows --instance-id {ConnectInstance.LocalId}"
            );
            await Task.Delay(Timeout.Infinite, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return code;
    }

    private static async Task<int> RunMachinesAsync(
        RehearsalCloud rehearsal,
        IReadOnlyList<string> machines,
        string input,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var watch = new ExecutionWatch(rehearsal.Cloud.Machines, time, Console.WriteLine);
        foreach (var machine in machines)
        {
            var given = machine == MigrateMachine ? input : "{}";
            var arn = rehearsal.Cloud.Template.Reference(machine);
            var execution = await watch.RunAsync(arn, given, cancellationToken);
            if (execution.Status is not ExecutionStatus.Succeeded)
            {
                Console.WriteLine(
                    $"{execution.Machine.Name} has {execution.Status}: {execution.Error}: {execution.Cause}"
                );
                return Failed;
            }

            Console.WriteLine($"{execution.Machine.Name} has succeeded: {execution.Output}");
        }

        return 0;
    }
}
