using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Lambdas;
using SonicBridge.Bench.Pages;
using SonicBridge.Bench.Results;

namespace SonicBridge.Bench.Polls;

/// <summary><c>polls [--callers n…] [--seconds n] [--write]</c>: many callers who wait for the agent's next words.</summary>
internal static class PollsCommand
{
    public const string Name = "polls";

    private const string Function = "next-prompt";
    private const int StartedAtOnce = 8;
    private const int MemorySamples = 20;

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(3);

    /// <summary>How many callers are measured.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [10, 100, 1000];

    /// <summary>How long each is.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromSeconds(20);

    public static TimeSpan ShortWindow { get; } = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var callers = new Option<int[]>("--callers")
        {
            Description = "How many callers wait at once, one number after the other.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [.. Sizes],
        };
        callers.Validators.Add(result =>
        {
            if (
                result.GetValueOrDefault<int[]>() is not { Length: > 0 } numbers
                || numbers.Any(n => n is < 1 or > 5000)
            )
            {
                result.AddError("--callers must be numbers from 1 to 5000.");
            }
        });
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long each number of callers is measured.",
            DefaultValueFactory = _ => (int)Window.TotalSeconds,
        };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3600)
            {
                result.AddError("--seconds must be from 1 to 3600.");
            }
        });
        var write = PageOption.Write();
        var command = new Command(
            Name,
            "Lets many callers wait at next-prompt, each at a process of its own as in Lambda, on the simulated AWS."
        )
        {
            callers,
            seconds,
            write,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Attempt.RunAsync(async () =>
                {
                    var result = await MeasureAsync(
                        parsed.GetValue(callers)!,
                        TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                        cancellationToken
                    );
                    Console.WriteLine();
                    Console.WriteLine(PollsTable.Write(result));
                    if (parsed.GetValue(write))
                    {
                        ResultFiles.Polls.Write(result);
                        PageWriter.Write(Console.WriteLine);
                    }
                })
        );
        return command;
    }

    public static async Task<PollsResult> MeasureAsync(
        IReadOnlyList<int> sizes,
        TimeSpan window,
        CancellationToken cancellationToken
    )
    {
        var steps = await PublishedProduct.PublishStepsAsync(Console.WriteLine, cancellationToken);
        List<PollPoint> points = [];
        foreach (var size in sizes)
        {
            var point = await MeasureAsync(steps, size, window, cancellationToken);
            points.Add(point);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size, 5} callers  {point.Gets, 5:F1} GETs and {point.Cpu, 5:F1} ms of CPU a caller's second, {point.Median, 6:F0} ms to the answer (99 %: {point.Tail:F0} ms)"
                )
            );
        }

        return new PollsResult(Machine.Describe(), window.TotalSeconds, points);
    }

    private static async Task<PollPoint> MeasureAsync(
        string steps,
        int size,
        TimeSpan window,
        CancellationToken cancellationToken
    )
    {
        await using var stage = await LambdaStage.OpenAsync(cancellationToken);
        var function = stage.Functions(steps).First(static f => f.Name == Function);
        var callers = new List<WaitingCaller>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task>();
        try
        {
            foreach (var seeds in Enumerable.Range(0, size).Chunk(StartedAtOnce))
            {
                var started = await Task.WhenAll(
                    seeds.Select(seed => WaitingCaller.StartAsync(stage, function, seed, cancellationToken))
                );
                callers.AddRange(started);
            }

            // Only then: those that wait already would take the machine from those that start.
            running.AddRange(callers.Select(caller => caller.RunAsync(over.Token)));
            await Task.WhenAll(callers.Select(static caller => caller.Answered)).WaitAsync(cancellationToken);
            await Task.Delay(s_settling, cancellationToken);
            return await WatchAsync(stage, callers, window, cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            callers.ForEach(static caller => caller.Dispose());
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<PollPoint> WatchAsync(
        LambdaStage stage,
        List<WaitingCaller> callers,
        TimeSpan window,
        CancellationToken cancellationToken
    )
    {
        callers.ForEach(static caller => caller.Take());
        var (gets, puts, describes) = Counts(stage);
        var (cpu, start) = (Cpu(callers), Stopwatch.GetTimestamp());
        await Task.Delay(window, cancellationToken);
        var share = 1 / (Stopwatch.GetElapsedTime(start).TotalSeconds * callers.Count);
        var (getsAfter, putsAfter, describesAfter) = Counts(stage);
        var cpuAfter = Cpu(callers);
        var notes = callers.ConvertAll(static caller => caller.Take());
        List<TimeSpan> waits = [.. notes.SelectMany(static note => note.Waits)];
        List<TimeSpan> holds = [.. notes.SelectMany(static note => note.Holds)];
        var durations = Statistics.Durations();
        waits.ForEach(wait => Statistics.Record(durations, wait));
        var step = Math.Max(1, callers.Count / MemorySamples);
        return new PollPoint(
            callers.Count,
            (getsAfter - gets) * share,
            (putsAfter - puts) * share,
            (describesAfter - describes) * share,
            holds.Count * share,
            (cpuAfter - cpu) * share * 1000,
            callers.Where((_, i) => i % step == 0).Average(caller => ProcessAccount.Memory(caller.ProcessId).Pss),
            callers.Max(caller => ProcessAccount.PeakMemory(caller.ProcessId)),
            waits.Count,
            waits.Count == 0 ? 0 : Statistics.Percentile(durations, 50),
            waits.Count == 0 ? 0 : Statistics.Percentile(durations, 99),
            holds.Count == 0 ? 0 : holds.Max().TotalSeconds,
            notes.Sum(static note => note.Failures)
        );
    }

    private static (int Gets, int Puts, int Describes) Counts(LambdaStage stage) =>
        (stage.S3.Of("GET"), stage.S3.Of("PUT"), stage.States.Of("DescribeExecution"));

    private static double Cpu(List<WaitingCaller> callers) =>
        callers.Sum(static caller => ProcessAccount.CpuSeconds(caller.ProcessId));
}
