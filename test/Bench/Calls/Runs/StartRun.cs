using System.Diagnostics;

namespace SonicBridge.Bench.Calls.Runs;

/// <summary>How long a process takes to bring audio that is ready to the model.</summary>
internal sealed class StartRun : ICallRun
{
    private const int FragmentsReady = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "start";

    public bool IsRepeated => true;

    public async Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken) =>
        scores.Add(Figure.Start, contender, (await StartAsync(contender, cancellationToken)).FirstAudio);

    /// <summary>Starts one bridge, once.</summary>
    /// <exception cref="RunFailedException">It did not bring the audio to the model.</exception>
    public static async Task<BridgeStart> StartAsync(Contender contender, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync(cancellationToken);
        var sound = CallerSound.Noise(1, FragmentsReady);
        using var call = await CarriedCall.PrepareAsync(stage, sound, FragmentsReady);
        var heard = stage.Model.Heard(1, sound.Bytes);
        call.Start(contender);
        await call.ExpectAsync(heard, Patience, cancellationToken);
        var first = stage.Model.Streams.Single().FirstHeardAt;
        return new BridgeStart(
            Stopwatch.GetElapsedTime(call.StartedAt, first).TotalMilliseconds,
            ProcessAccount.CpuNanoseconds(call.ProcessId) / 1e6,
            ProcessAccount.PeakMemory(call.ProcessId)
        );
    }
}

/// <param name="FirstAudio">Milliseconds from the process's start to the first audio at the model.</param>
/// <param name="Cpu">What it had used of the processor once all of that audio was there, in milliseconds.</param>
/// <param name="Peak">The most memory by then, in MiB.</param>
internal readonly record struct BridgeStart(double FirstAudio, double Cpu, double Peak);
