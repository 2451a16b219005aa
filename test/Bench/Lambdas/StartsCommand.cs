using System.CommandLine;
using System.Globalization;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Calls.Runs;
using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Results;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Lambdas;

/// <summary><c>starts [--times n] [--no-rehearsal] [--write]</c>: cold starts of each Lambda function and of the bridge.</summary>
internal static class StartsCommand
{
    public const string Name = "starts";

    private const string StartCall = "invoke-ecs-ec2-task";

    public static Command Create()
    {
        var times = new Option<int>("--times")
        {
            Description = "How often each is started.",
            DefaultValueFactory = _ => 15,
        };
        times.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--times must be from 1 to 1000.");
            }
        });
        var rehearsal = new Option<bool>("--no-rehearsal")
        {
            Description =
                "Leaves out the migration by which each function's memory at work is measured; it needs moto.",
        };
        var write = PageOption.Write();
        var command = new Command(
            Name,
            "Measures how each Lambda function and the bridge start, compiled ahead of time, beside Node.js."
        )
        {
            times,
            rehearsal,
            write,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Attempt.RunAsync(async () =>
                {
                    var result = await MeasureAsync(
                        parsed.GetValue(times),
                        !parsed.GetValue(rehearsal),
                        cancellationToken
                    );
                    Console.WriteLine();
                    Console.WriteLine(StartsTable.Write(result));
                    Console.WriteLine(StartsTable.WriteMemory(result));
                    if (parsed.GetValue(write))
                    {
                        ResultFiles.Starts.Write(result);
                        PageWriter.Write(Console.WriteLine);
                    }
                })
        );
        return command;
    }

    public static async Task<StartsResult> MeasureAsync(int times, bool rehearses, CancellationToken cancellationToken)
    {
        var node = await NodePeer.FindAsync(cancellationToken);
        var bridge = await PublishedBridge.PublishAsync(Console.WriteLine, cancellationToken);
        var steps = await PublishedProduct.PublishStepsAsync(Console.WriteLine, cancellationToken);
        var rows = await FunctionsAsync(steps, node.Contender, times, cancellationToken);
        rows.Add(await BridgeAsync(bridge, StartKind.Bridge, times, cancellationToken));
        rows.Add(await BridgeAsync(node.Contender, StartKind.NodeBridge, times, cancellationToken));
        if (rehearses)
        {
            var peaks = await Rehearsal.PeaksAsync(
                PublishedProduct.Folder,
                steps,
                Console.WriteLine,
                cancellationToken
            );
            rows =
            [
                .. rows.Select(row => peaks.TryGetValue(row.Name, out var peak) ? row with { WorkPeak = peak } : row),
            ];
        }

        return new StartsResult(
            Machine.Describe(node.Version),
            times,
            Package.Mebibytes(steps),
            await Package.ZippedMebibytesAsync(steps, cancellationToken),
            Package.Mebibytes(bridge.Executable),
            rows
        );
    }

    private static async Task<List<StartRow>> FunctionsAsync(
        string steps,
        Contender node,
        int times,
        CancellationToken cancellationToken
    )
    {
        await using var stage = await LambdaStage.OpenAsync(cancellationToken);
        var events = new FirstEvents(stage);
        List<LambdaProgram> programs = [];
        foreach (var function in stage.Functions(steps))
        {
            programs.Add(new LambdaProgram(function.Name, function, [], function.Name));
            if (function.Name == StartCall)
            {
                var script = Path.Join(Product.Built.Repository, "test", "Bench", "peer", "lambda.js");
                programs.Add(
                    new LambdaProgram(
                        $"{function.Name} in Node.js",
                        function with
                        {
                            Executable = node.Executable,
                        },
                        [script],
                        function.Name
                    )
                );
            }
        }

        var rows = new List<StartRow>();
        foreach (var program in programs)
        {
            // Once for the disk's cache and the stand-ins' compiler.
            await ColdStart.MeasureAsync(stage, program, events.For(program.Event), cancellationToken);
            var starts = new List<ColdStart>();
            for (var i = 0; i < times; i++)
            {
                starts.Add(await ColdStart.MeasureAsync(stage, program, events.For(program.Event), cancellationToken));
            }

            var row = RowOf(program, starts, isNode: program.Function.Executable == node.Executable);
            rows.Add(row);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Name, -36} asks after {row.Init, 6:F1} ms, answers after {row.Median, 6:F1} ms, {row.Peak, 5:F1} MiB{(row.Failed ? ", an error" : "")}"
                )
            );
        }

        return rows;
    }

    private static StartRow RowOf(LambdaProgram program, List<ColdStart> starts, bool isNode) =>
        new(
            program.Name,
            isNode ? StartKind.NodeFunction
                : FirstEvents.IsOfCall(program.Event) ? StartKind.CallFunction
                : StartKind.MigrationFunction,
            Statistics.Median([.. starts.Select(static start => start.Init)]),
            Statistics.Median([.. starts.Select(static start => start.Answer)]),
            Statistics.Quantile([.. starts.Select(static start => start.Answer)], 0.95),
            Statistics.Median([.. starts.Select(static start => start.Cpu)]),
            starts.Max(static start => start.Peak),
            starts.Exists(static start => start.Failed),
            program.Function.Memory,
            (int)program.Function.Timeout.TotalSeconds
        );

    private static async Task<StartRow> BridgeAsync(
        Contender contender,
        StartKind kind,
        int times,
        CancellationToken cancellationToken
    )
    {
        await StartRun.StartAsync(contender, cancellationToken);
        var starts = new List<BridgeStart>();
        for (var i = 0; i < times; i++)
        {
            starts.Add(await StartRun.StartAsync(contender, cancellationToken));
        }

        return new StartRow(
            kind is StartKind.Bridge ? "bridge" : "bridge in Node.js",
            kind,
            null,
            Statistics.Median([.. starts.Select(static start => start.FirstAudio)]),
            Statistics.Quantile([.. starts.Select(static start => start.FirstAudio)], 0.95),
            Statistics.Median([.. starts.Select(static start => start.Cpu)]),
            starts.Max(static start => start.Peak)
        );
    }
}
