using System.Diagnostics;

namespace SonicBridge.Bench.Calls.Runs;

/// <summary>Ten minutes of audio that are all there already.</summary>
internal sealed class BacklogRun : ICallRun
{
    private const int Fragments = 586;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "backlog";

    public bool IsRepeated => true;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync(cancellationToken);
        var sound = CallerSound.Noise(1, Fragments);
        using var call = await CarriedCall.PrepareAsync(stage, sound, Fragments);
        var heard = stage.Model.Heard(1, sound.Bytes);
        call.Start(contender);
        await call.ExpectAsync(heard, Patience, cancellationToken);
        var last = stage.Model.Streams.Single().Blocks[^1].At;
        scores.Add(Figure.Backlog, contender, Stopwatch.GetElapsedTime(call.StartedAt, last).TotalSeconds);
        scores.Add(Figure.BacklogCpu, contender, ProcessAccount.CpuSeconds(call.ProcessId));
    }
}
