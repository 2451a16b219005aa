using System.Diagnostics;

namespace SonicBridge.Bench.Calls.Runs;

/// <summary>One call of half a minute in which caller and agent speak in turns: memory, CPU, latencies.</summary>
internal sealed class ConversationRun : ICallRun
{
    private const int Fragments = 30;
    private const int FragmentsReady = 2;

    // By then the start is over, and what follows is a call's everyday.
    private const int SettledBytes = 5 * CallerSound.FragmentSamples * sizeof(short);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "conversation";

    public bool IsRepeated => true;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync(cancellationToken, endOfCallSeconds: 5);
        var sound = CallerSound.Lines(Stage.Scenario, seed: 1, Fragments);
        using var call = await CarriedCall.PrepareAsync(stage, sound, FragmentsReady);
        var settled = stage.Model.Heard(1, SettledBytes);
        call.Start(contender);
        var speaking = call.SpeakAsync(cancellationToken);
        await call.ExpectAsync(settled, Patience, cancellationToken);
        var (cpuBefore, before) = (ProcessAccount.CpuSeconds(call.ProcessId), Stopwatch.GetTimestamp());

        await call.ExpectAsync(stage.Model.Heard(1, sound.Bytes), Patience, cancellationToken);
        var cpu = ProcessAccount.CpuSeconds(call.ProcessId);
        var minutes = Stopwatch.GetElapsedTime(before).TotalMinutes;
        scores.Add(Figure.Rss, contender, ProcessAccount.Memory(call.ProcessId).Rss);
        scores.Add(Figure.FirstMinuteCpu, contender, cpu / sound.Length.TotalMinutes);
        scores.Add(Figure.FurtherMinuteCpu, contender, (cpu - cpuBefore) / minutes);
        await speaking;
        await call.HangUpAsync(cancellationToken);

        var stream = stage.Model.Streams.Single();
        if (stream.HeardHash != sound.Hash)
        {
            throw new RunFailedException($"{contender.Name} did not bring every sample to the model.");
        }

        scores.Add(Figure.Puts, contender, stage.S3.Of("PUT") / sound.Length.TotalMinutes);
        scores.Add(Figure.Gets, contender, stage.S3.Of("GET") / sound.Length.TotalMinutes);
        AddLatencies(call, stream, contender, scores);
        AddPrompts(stream, stage.Prompts.Of(call.Folder), contender, scores);
    }

    private static void AddLatencies(CarriedCall call, ModelStream stream, Contender contender, Scoreboard scores)
    {
        var added = Latencies.Of(call, stream, FragmentsReady).ToList();
        scores.Record(Measure.AddedLatency, 1, contender, added);
        var latencies = Statistics.Durations();
        added.ForEach(latency => Statistics.Record(latencies, latency));
        scores.Add(Figure.MedianLatency, contender, Statistics.Percentile(latencies, 50));
        scores.Add(Figure.TailLatency, contender, Statistics.Percentile(latencies, 99));
    }

    private static void AddPrompts(
        ModelStream stream,
        IReadOnlyList<PlayablePrompt> prompts,
        Contender contender,
        Scoreboard scores
    )
    {
        var firsts = FirstPrompts.Of(stream.Answers, prompts);
        if (firsts.Count == 0)
        {
            throw new RunFailedException($"{contender.Name} brought none of the agent's answers to the caller.");
        }

        scores.Record(Measure.AnswerPrompt, 1, contender, firsts.Select(f => f.AfterFirstAudio));
        scores.Add(
            Figure.FirstPrompt,
            contender,
            Statistics.Median([.. firsts.Select(f => f.AfterItsAudio.TotalMilliseconds)])
        );
        scores.Add(
            Figure.AnswerPrompt,
            contender,
            Statistics.Median([.. firsts.Select(f => f.AfterFirstAudio.TotalMilliseconds)])
        );
    }
}
