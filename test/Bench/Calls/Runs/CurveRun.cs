using System.Diagnostics;

namespace SonicBridge.Bench.Calls.Runs;

/// <summary>1, 10, 25 and 50 calls at once: how soon the last is there, what each then takes, whether each caller is heard whole.</summary>
internal sealed class CurveRun : ICallRun
{
    /// <summary>As many calls at once as two cores are to bear.</summary>
    public const int Most = 50;

    private const int FragmentsReady = 4;
    private const int Fragments = 17;

    // Longer than the last of them takes to start, while nobody speaks.
    private const int EndOfCallSeconds = 90;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static IReadOnlyList<int> Sizes { get; } = [1, 10, 25, Most];

    public string Name => "curve";

    public bool IsRepeated => false;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken)
    {
        foreach (var size in Sizes)
        {
            await MeasureAsync(size, contender, scores, cancellationToken);
        }
    }

    private static async Task MeasureAsync(
        int size,
        Contender contender,
        Scoreboard scores,
        CancellationToken cancellationToken
    )
    {
        await using var stage = await Stage.OpenAsync(cancellationToken, EndOfCallSeconds);
        using var calls = await CallGroup.PrepareAsync(
            stage,
            Enumerable.Range(0, size).Select(seed => CallerSound.Lines(Stage.Scenario, seed, Fragments)),
            FragmentsReady
        );
        const int Ready = FragmentsReady * CallerSound.FragmentSamples * sizeof(short);
        var ready = stage.Model.Heard(size, Ready);
        var start = Stopwatch.GetTimestamp();
        calls.Start(contender);
        await calls.ExpectAsync(ready, Patience, cancellationToken);
        var last = stage.Model.Streams.Max(stream => stream.FirstHeardAt);

        var (before, cpuBefore) = (Stopwatch.GetTimestamp(), Cpu(calls));
        var heard = stage.Model.Heard(size, calls.BytesEach);
        await calls.SpeakAsync(cancellationToken);
        await calls.ExpectAsync(heard, Patience, cancellationToken);
        var (minutes, cpu) = (Stopwatch.GetElapsedTime(before).TotalMinutes, Cpu(calls) - cpuBefore);
        var memory = calls.Calls.Average(call => ProcessAccount.Memory(call.ProcessId).Pss);

        var altered = Take(stage, calls, contender, scores);
        var added = scores.Find(Measure.AddedLatency, size, contender);
        scores.Add(
            new CurvePoint(
                contender.Name,
                size,
                Stopwatch.GetElapsedTime(start, last).TotalMilliseconds,
                cpuBefore / size * 1000,
                memory,
                cpu / size / minutes,
                added is null ? 0 : Statistics.Percentile(added, 50),
                added is null ? 0 : Statistics.Percentile(added, 99),
                altered
            )
        );
        if (size == Most)
        {
            scores.Add(Figure.Altered, contender, altered);
        }
    }

    /// <summary>Takes the latencies of each caller who was heard whole.</summary>
    /// <returns>How many were not.</returns>
    private static int Take(Stage stage, CallGroup calls, Contender contender, Scoreboard scores)
    {
        var streams = stage.Model.Streams.GroupBy(stream => stream.HeardHash).ToDictionary(g => g.Key, g => g.First());
        var altered = 0;
        foreach (var call in calls.Calls)
        {
            if (!streams.TryGetValue(call.Sound.Hash, out var stream))
            {
                altered++;
                continue;
            }

            scores.Record(
                Measure.AddedLatency,
                calls.Calls.Count,
                contender,
                Latencies.Of(call, stream, FragmentsReady)
            );
            scores.Record(
                Measure.AnswerPrompt,
                calls.Calls.Count,
                contender,
                FirstPrompts.Of(stream.Answers, stage.Prompts.Of(call.Folder)).Select(first => first.AfterFirstAudio)
            );
        }

        return altered;
    }

    private static double Cpu(CallGroup calls) =>
        calls.Calls.Sum(call => ProcessAccount.CpuNanoseconds(call.ProcessId) / 1e9);
}
