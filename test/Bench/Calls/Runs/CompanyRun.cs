namespace SonicBridge.Bench.Calls.Runs;

/// <summary>Some calls on one machine: what they share counts once.</summary>
internal sealed class CompanyRun : ICallRun
{
    public const int Calls = 10;

    private const int Fragments = 9;
    private const int FragmentsReady = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "company";

    public bool IsRepeated => true;

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
        scores.Add(Figure.Pss, contender, calls.Calls.Average(call => ProcessAccount.Memory(call.ProcessId).Pss));
    }
}
