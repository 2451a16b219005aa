using System.Diagnostics;
using SonicBridge.Fuzz.Coverage;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Running;

/// <summary>
/// A run that a person watches: progress, files, and a word when one input takes too long. It is what the command calls in
/// the instrumented load of this program, so nothing but shared types goes in and out.
/// </summary>
internal static class FuzzSession
{
    private const int Found = 1;

    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <returns>0 when nothing was found, 1 when something was.</returns>
    public static int Run(
        string name,
        long inputs,
        ulong seed,
        string? folder,
        TextWriter output,
        CancellationToken stop
    )
    {
        using var edges = new EdgeMap();
        edges.Attach();
        var target = FuzzTargets.Named(name);
        var path = Path.Join(CorpusFolder.Repository, "artifacts", "fuzz", $"{name}.input");
        using var underWay = InputUnderWay.Begin(path, target.LongestInput + (1 << 20), out var left);
        if (left is not null)
        {
            var file = CorpusFolder.Keep(CorpusFolder.Of(target), left, isFinding: true);
            output.WriteLine($"The last run died in an input, which is read first now: {file}");
        }

        var run = new FuzzRun(target, edges, seed)
        {
            Reading = underWay.Write,
            Kept = input => _ = folder is null ? null : CorpusFolder.Keep(folder, input, isFinding: false),
            Found = (finding, input) =>
                output.WriteLine(
                    $"FOUND {finding.Kind}: {finding.Message}\n      {CorpusFolder.Keep(CorpusFolder.Of(target), input, isFinding: true)}"
                ),
        };
        var watch = Stopwatch.StartNew();
        using var hang = Watch(run, path, output);
        run.Begin([
            .. CorpusFolder.Read(CorpusFolder.Of(target)).Select(file => file.Content),
            .. CorpusFolder.Read(folder ?? "").Select(file => file.Content),
            .. target.Seeds(CorpusFolder.Repository),
        ]);
        var told = watch.Elapsed;
        while (run.Inputs < inputs && !stop.IsCancellationRequested)
        {
            run.Step();
            if ((run.Inputs & 0xFF) == 0 && watch.Elapsed - told > s_pace)
            {
                told = watch.Elapsed;
                Tell(run, watch.Elapsed, output);
            }
        }

        Tell(run, watch.Elapsed, output);
        output.WriteLine(
            $"| {name} | {run.Inputs:N0} | {watch.Elapsed.TotalSeconds:N0} s | {run.Edges:N0} | {run.CorpusSize:N0} | {run.Findings.Count} | seed {seed} |"
        );
        return run.Findings.Count > 0 ? Found : 0;
    }

    private static void Tell(FuzzRun run, TimeSpan elapsed, TextWriter output) =>
        output.WriteLine(
            $"{elapsed:hh\\:mm\\:ss}  {run.Inputs, 12:N0} inputs  {run.Inputs / elapsed.TotalSeconds, 9:N0}/s  {run.Edges, 6:N0} edges  {run.CorpusSize, 5:N0} kept  {run.Findings.Count} found"
        );

    /// <summary>An input that is read for ever cannot be stopped: the process ends, and the next one finds it.</summary>
    private static Timer Watch(FuzzRun run, string path, TextWriter output)
    {
        var last = -1L;
        return new Timer(
            _ =>
            {
                var now = run.Inputs;
                if (now == last)
                {
                    output.WriteLine($"FOUND one input is read for over {s_patience.TotalSeconds} s: {path}");
                    output.Flush();
                    Environment.Exit(Found);
                }

                last = now;
            },
            null,
            s_patience,
            s_patience
        );
    }
}
