namespace SonicBridge.Bench.Calls.Runs;

/// <summary>As many calls at once as two cores are to bear: is every caller heard whole?</summary>
internal sealed class FullHouseRun : ICallRun
{
    public const int Calls = 50;

    private const int Fragments = 15;
    private const int FragmentsReady = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public string Name => "full-house";

    public bool IsRepeated => false;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync(cancellationToken);
        using var calls = await CallGroup.PrepareAsync(
            stage,
            Enumerable.Range(0, Calls).Select(seed => CallerSound.Lines(Stage.Scenario, seed, Fragments)),
            FragmentsReady
        );
        var heard = stage.Model.Heard(Calls, calls.BytesEach);
        calls.Start(contender);
        await calls.SpeakAsync(cancellationToken);
        await calls.ExpectAsync(heard, Patience, cancellationToken);
        var hashes = stage.Model.Streams.Select(stream => stream.HeardHash).ToHashSet();
        scores.Add(Figure.Altered, contender, calls.Calls.Count(call => !hashes.Contains(call.Sound.Hash)));
    }
}
