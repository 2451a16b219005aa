using System.CommandLine;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Lambdas;
using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Polls;
using SonicBridge.Bench.Results;

namespace SonicBridge.Bench;

/// <summary><c>all [--quick]</c>: everything that the pages say is measured, and the pages made from it.</summary>
internal static class AllCommand
{
    public const string Name = "all";

    private const int Rounds = 3;
    private const int Starts = 15;

    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "One round of each, to see that all of it works." };
        var command = new Command(Name, "Measures all, keeps it, and makes pages and pictures anew from it.") { quick };
        command.SetAction(
            (parsed, cancellationToken) => Attempt.RunAsync(() => RunAsync(parsed.GetValue(quick), cancellationToken))
        );
        return command;
    }

    // What was measured is kept at once: a later command may fail.
    private static async Task RunAsync(bool isQuick, CancellationToken cancellationToken)
    {
        ResultFiles.Calls.Write(await CallsCommand.MeasureAsync(isQuick ? 1 : Rounds, [], null, cancellationToken));
        ResultFiles.Polls.Write(
            await PollsCommand.MeasureAsync(
                PollsCommand.Sizes,
                isQuick ? PollsCommand.ShortWindow : PollsCommand.Window,
                cancellationToken
            )
        );
        ResultFiles.Starts.Write(
            await StartsCommand.MeasureAsync(isQuick ? 3 : Starts, rehearses: true, cancellationToken)
        );
        PageWriter.Write(Console.WriteLine);
    }
}
