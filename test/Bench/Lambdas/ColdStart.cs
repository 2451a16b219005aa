using System.Diagnostics;
using SonicBridge.Bench.Calls;
using SonicBridge.Local.Processes;

namespace SonicBridge.Bench.Lambdas;

/// <summary>One start of a function's process, from the start to its first answer.</summary>
/// <param name="Init">Milliseconds until it asked for an event.</param>
/// <param name="Answer">Milliseconds until its answer to that was there.</param>
/// <param name="Cpu">What it had used of the processor by then, in milliseconds.</param>
/// <param name="Peak">The most memory that it held, RSS, in MiB.</param>
/// <param name="Failed">Whether the answer was an error.</param>
internal sealed record ColdStart(double Init, double Answer, double Cpu, double Peak, bool Failed)
{
    private const int LastLines = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="RunFailedException">The process ended, or took too long.</exception>
    public static async Task<ColdStart> MeasureAsync(
        LambdaStage stage,
        LambdaProgram program,
        byte[] payload,
        CancellationToken cancellationToken
    )
    {
        var seat = stage.Api.Open(program.Function.Timeout);
        var lines = new List<string>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        // The event is there when it is asked for, as in Lambda.
        var answering = seat.AskAsync(payload, patience.Token);
        var recipe = new ProcessRecipe(
            program.Function.Executable,
            program.Arguments,
            stage.EnvironmentOf(program.Function, seat)
        );
        var start = Stopwatch.GetTimestamp();
        using var process = ChildProcess.Start(recipe, lines.Add);
        await Task.WhenAny(answering, process.Exited);
        if (!answering.IsCompletedSuccessfully)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await patience.CancelAsync();
            throw new RunFailedException(
                $"{program.Name} did not answer. Its last words:\n{string.Join('\n', lines.TakeLast(LastLines))}"
            );
        }

        var answer = await answering;
        return new ColdStart(
            Stopwatch.GetElapsedTime(start, await seat.Asked).TotalMilliseconds,
            Stopwatch.GetElapsedTime(start, answer.At).TotalMilliseconds,
            ProcessAccount.CpuNanoseconds(process.Id) / 1e6,
            ProcessAccount.PeakMemory(process.Id),
            answer.IsError
        );
    }
}
