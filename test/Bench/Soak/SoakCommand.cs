using System.CommandLine;
using SonicBridge.Bench.Calls;
using SonicBridge.Local.Script;

namespace SonicBridge.Bench.Soak;

/// <summary><c>soak [--minutes n] [--hours n] [--session-seconds n] [--out file] [--bridge file]</c>: does anything grow?</summary>
internal static class SoakCommand
{
    public const string Name = "soak";

    private const int Grows = 1;

    // So many sessions at least, however short the call.
    private const int Sessions = 8;

    public static Task<int> RunAsync(string[] args)
    {
        var minutes = Number("--minutes", "How long the call in real time lasts; 0 for none.", 60, 0, 24 * 60);
        var hours = Number("--hours", "How many hours of calls in virtual time; 0 for none.", 24, 0, 10_000);
        var session = new Option<int?>("--session-seconds")
        {
            Description =
                $"How long the simulated model keeps a stream, from {SessionLength.Shortest} to {SessionLength.Longest}. Without it, as long as the real one, or shorter in a short call, so that there are {Sessions} of them.",
        };
        session.Validators.Add(result =>
            Within(result, result.GetValueOrDefault<int?>(), SessionLength.Shortest, SessionLength.Longest)
        );
        var output = new Option<string?>("--out") { Description = "A file for the tables, in Markdown." };
        var bridge = new Option<string?>("--bridge")
        {
            Description = "A bridge that is published already. Without it, `dotnet publish` makes one.",
        };
        var command = new Command(Name, "Holds long calls and looks whether memory, files or threads grow.")
        {
            minutes,
            hours,
            session,
            output,
            bridge,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Attempt.RunAsync(() =>
                    SoakAsync(
                        TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                        parsed.GetValue(hours),
                        parsed.GetValue(session),
                        parsed.GetValue(output),
                        parsed.GetValue(bridge),
                        cancellationToken
                    )
                )
        );
        return new RootCommand("SonicBridge's benchmarks.") { command }
            .Parse(args)
            .InvokeAsync();
    }

    /// <summary>The model's limit in a call of this length.</summary>
    internal static TimeSpan SessionOf(TimeSpan call, int? seconds) =>
        TimeSpan.FromSeconds(
            seconds
                ?? Math.Clamp((int)(call.TotalSeconds / Sessions), 2 * SessionLength.Shortest, SessionLength.Longest)
        );

    private static async Task<int> SoakAsync(
        TimeSpan minutes,
        int hours,
        int? session,
        string? output,
        string? bridge,
        CancellationToken cancellationToken
    )
    {
        var runs = await RunAsync(minutes, hours, session, bridge, cancellationToken);
        var text = SoakTable.Write(Machine.Describe(), runs);
        Console.WriteLine();
        Console.WriteLine(text);
        if (output is not null)
        {
            await File.WriteAllTextAsync(output, text, CancellationToken.None);
        }

        return cancellationToken.IsCancellationRequested ? Attempt.Interrupted
            : runs.TrueForAll(static run => run.IsGood) ? 0
            : Grows;
    }

    private static async Task<List<SoakSamples>> RunAsync(
        TimeSpan minutes,
        int hours,
        int? session,
        string? bridge,
        CancellationToken cancellationToken
    )
    {
        var runs = new List<SoakSamples>();
        if (minutes > TimeSpan.Zero)
        {
            var contender = bridge is null
                ? await PublishedBridge.PublishAsync(Console.WriteLine, cancellationToken)
                : PublishedBridge.At(bridge);
            var call = new RealTimeCall(contender, minutes, SessionOf(minutes, session), Console.WriteLine);
            runs.Add(await call.RunAsync(cancellationToken));
        }

        if (hours > 0 && !cancellationToken.IsCancellationRequested)
        {
            runs.Add(new VirtualCalls(hours, Console.WriteLine).Run(cancellationToken));
        }

        return runs;
    }

    private static Option<int> Number(string name, string description, int otherwise, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result => Within(result, result.GetValueOrDefault<int>(), least, most));
        return option;
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, int? value, int least, int most)
    {
        if (value < least || value > most)
        {
            result.AddError($"{result.Option.Name} must be from {least} to {most}.");
        }
    }
}
