using System.Diagnostics;

namespace SonicBridge.Bench.Calls.Runs;

/// <summary>How long it takes when many calls start at once.</summary>
internal sealed class CrowdRun : ICallRun
{
    public const int Calls = 25;

    private const int FragmentsReady = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "crowd";

    public bool IsRepeated => true;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync(cancellationToken);
        using var calls = await CallGroup.PrepareAsync(
            stage,
            Enumerable.Range(0, Calls).Select(seed => CallerSound.Noise(seed, FragmentsReady)),
            FragmentsReady
        );
        var heard = stage.Model.Heard(Calls, calls.BytesEach);
        var start = Stopwatch.GetTimestamp();
        calls.Start(contender);
        await calls.ExpectAsync(heard, Patience, cancellationToken);
        var last = stage.Model.Streams.Max(stream => stream.FirstHeardAt);
        scores.Add(Figure.CrowdStart, contender, Stopwatch.GetElapsedTime(start, last).TotalMilliseconds);
    }
}
