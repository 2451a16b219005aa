using System.CommandLine;
using SonicBridge.Bench.Calls.Runs;
using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Results;

namespace SonicBridge.Bench.Calls;

/// <summary><c>calls [--out file] [--rounds n] [--only run…] [--bridge file] [--write]</c>: whole calls, carried by both bridges.</summary>
internal static class CallsCommand
{
    public const string Name = "calls";

    private static readonly ICallRun[] Runs =
    [
        new StartRun(),
        new CrowdRun(),
        new ConversationRun(),
        new CompanyRun(),
        new BacklogRun(),
        new CurveRun(),
    ];

    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "A file for the table, in Markdown." };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often each figure is taken; the table has the medians.",
            DefaultValueFactory = _ => 3,
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100)
            {
                result.AddError("--rounds must be from 1 to 100.");
            }
        });
        var only = new Option<string[]>("--only")
        {
            Description = "Some of the runs, by name.",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong([.. Runs.Select(run => run.Name)]);
        var bridge = new Option<string?>("--bridge")
        {
            Description = "A bridge that is published already. Without it, `dotnet publish` makes one.",
        };
        var write = PageOption.Write();
        var command = new Command(
            Name,
            "Measures the bridge, compiled ahead of time, beside a Node.js peer on the same simulated AWS."
        )
        {
            output,
            rounds,
            only,
            bridge,
            write,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Attempt.RunAsync(async () =>
                {
                    var result = await MeasureAsync(
                        parsed.GetValue(rounds),
                        parsed.GetValue(only) ?? [],
                        parsed.GetValue(bridge),
                        cancellationToken
                    );
                    var text = WriteTables(result);
                    Console.WriteLine();
                    Console.WriteLine(text);
                    if (parsed.GetValue(output) is { } file)
                    {
                        await File.WriteAllTextAsync(file, text, cancellationToken);
                    }

                    if (parsed.GetValue(write))
                    {
                        ResultFiles.Calls.Write(result);
                        PageWriter.Write(Console.WriteLine);
                    }
                })
        );
        return command;
    }

    public static async Task<CallsResult> MeasureAsync(
        int rounds,
        IReadOnlyCollection<string> only,
        string? bridge,
        CancellationToken cancellationToken
    )
    {
        var node = await NodePeer.FindAsync(cancellationToken);
        var ours = bridge is null
            ? await PublishedBridge.PublishAsync(Console.WriteLine, cancellationToken)
            : PublishedBridge.At(bridge);
        var runs = Runs.Where(run => only.Count == 0 || only.Contains(run.Name)).ToList();
        var programme = new Programme(node.Contender, ours, runs, Console.WriteLine);
        var scores = await programme.RunAsync(rounds, cancellationToken);
        return CallsResult.Of(Machine.Describe(node.Version), rounds, scores);
    }

    private static string WriteTables(CallsResult result)
    {
        var figures = FigureTable.Write(result.Machine, result.Rounds, result.ToScoreboard());
        return result.Curve.Count == 0 ? figures : $"{figures}{Environment.NewLine}{CurveTable.Write(result)}";
    }
}
