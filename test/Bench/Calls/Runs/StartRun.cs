using System.Diagnostics;

namespace SonicBridge.Bench.Calls.Runs;

/// <summary>How long a process takes to bring audio that is ready to the model.</summary>
internal sealed class StartRun : ICallRun
{
    private const int FragmentsReady = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "start";

    public bool IsRepeated => true;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync(cancellationToken);
        var sound = CallerSound.Noise(1, FragmentsReady);
        using var call = await CarriedCall.PrepareAsync(stage, sound, FragmentsReady);
        var heard = stage.Model.Heard(1, sound.Bytes);
        call.Start(contender);
        await call.ExpectAsync(heard, Patience, cancellationToken);
        var first = stage.Model.Streams.Single().FirstHeardAt;
        scores.Add(Figure.Start, contender, Stopwatch.GetElapsedTime(call.StartedAt, first).TotalMilliseconds);
    }
}
