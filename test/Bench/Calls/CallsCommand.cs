using System.CommandLine;
using SonicBridge.Bench.Calls.Runs;

namespace SonicBridge.Bench.Calls;

/// <summary><c>calls [--out file] [--rounds n] [--only run…] [--bridge file]</c>: whole calls, carried by both bridges.</summary>
internal static class CallsCommand
{
    public const string Name = "calls";

    private const int NotMeasured = 1;
    private const int NotReady = 2;

    private static readonly ICallRun[] Runs =
    [
        new StartRun(),
        new CrowdRun(),
        new ConversationRun(),
        new CompanyRun(),
        new BacklogRun(),
        new FullHouseRun(),
    ];

    public static Task<int> RunAsync(string[] args)
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
        var command = new Command(
            Name,
            "Measures the bridge, compiled ahead of time, beside a Node.js peer on the same simulated AWS."
        )
        {
            output,
            rounds,
            only,
            bridge,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                MeasureAsync(
                    parsed.GetValue(output),
                    parsed.GetValue(rounds),
                    parsed.GetValue(only) ?? [],
                    parsed.GetValue(bridge),
                    cancellationToken
                )
        );
        var root = new RootCommand("SonicBridge's benchmarks.") { command };
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> MeasureAsync(
        string? output,
        int rounds,
        string[] only,
        string? bridge,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var node = await NodePeer.FindAsync(cancellationToken);
            var ours = bridge is null
                ? await PublishedBridge.PublishAsync(Console.WriteLine, cancellationToken)
                : PublishedBridge.At(bridge);
            var runs = Runs.Where(run => only.Length == 0 || only.Contains(run.Name)).ToList();
            var programme = new Programme(node.Contender, ours, runs, Console.WriteLine);
            var scores = await programme.RunAsync(rounds, cancellationToken);
            var text = FigureTable.Write(Machine.Describe(node.Version), rounds, scores);
            Console.WriteLine();
            Console.WriteLine(text);
            if (output is not null)
            {
                await File.WriteAllTextAsync(output, text, cancellationToken);
            }

            return 0;
        }
        catch (NotReadyException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotReady;
        }
        catch (Exception e) when (e is RunFailedException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotMeasured;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; all bridges are gone.");
            return 130;
        }
    }
}
