using SonicBridge.Bench.Calls;
using SonicBridge.Local.Processes;

namespace SonicBridge.Bench.Lambdas;

/// <summary>A migration and its rollback in an account on this machine, run by the published functions, and how much memory each held.</summary>
internal static class Rehearsal
{
    private const string Program = "sonicbridge-local.dll";
    private const int LastLines = 20;

    /// <param name="folder">Where functions and bridge were published to.</param>
    /// <param name="executable">The functions'.</param>
    /// <exception cref="RunFailedException">The migration failed.</exception>
    public static async Task<IReadOnlyDictionary<string, double>> PeaksAsync(
        string folder,
        string executable,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        var output = Directory.CreateTempSubdirectory("sonicbridge-bench-");
        try
        {
            var lines = new List<string>();
            var watch = new PeakWatch(executable);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watching = watch.RunAsync(over.Token);
            say("rehearsing a migration and its rollback, for the memory of each function…");
            using var rehearsal = ChildProcess.Start(
                new ProcessRecipe(
                    Path.Join(AppContext.BaseDirectory, Program),
                    ["rollback", "--product", folder, "--out", output.FullName],
                    new Dictionary<string, string> { ["HOME"] = output.FullName }
                ),
                lines.Add
            );
            var exitCode = await rehearsal.Exited.WaitAsync(cancellationToken);
            await over.CancelAsync();
            await watching;
            return exitCode == 0
                ? watch.Peaks
                : throw new RunFailedException(
                    $"The rehearsal failed. Its last words:\n{string.Join('\n', lines.TakeLast(LastLines))}"
                );
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
