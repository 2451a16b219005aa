using System.Diagnostics;
using System.Globalization;
using SonicBridge.Bench.Calls.Runs;

namespace SonicBridge.Bench.Calls;

/// <summary>Lets both contenders do each run in turn, round after round.</summary>
internal sealed class Programme(Contender peer, Contender ours, IReadOnlyList<ICallRun> runs, Action<string> say)
{
    /// <exception cref="RunFailedException">A contender failed.</exception>
    public async Task<Scoreboard> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        await WarmUpAsync(cancellationToken);
        var scores = new Scoreboard(peer, ours);
        for (var round = 1; round <= rounds; round++)
        {
            // Who is first changes with each round.
            Contender[] order = round % 2 == 1 ? [peer, ours] : [ours, peer];
            foreach (var run in runs.Where(run => round == 1 || run.IsRepeated))
            {
                foreach (var contender in order)
                {
                    var start = Stopwatch.GetTimestamp();
                    await run.MeasureAsync(contender, scores, cancellationToken);
                    say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"round {round} of {rounds}  {run.Name, -14} {contender.Name, -14} {Stopwatch.GetElapsedTime(start).TotalSeconds, 6:F1} s"
                        )
                    );
                }
            }
        }

        return scores;
    }

    /// <summary>Once for the disk's cache and the stand-ins' compiler, which the first run alone would pay for.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        say("warming up…");
        var forgotten = new Scoreboard(peer, ours);
        foreach (var contender in (Contender[])[peer, ours])
        {
            await new BacklogRun().MeasureAsync(contender, forgotten, cancellationToken);
            await new StartRun().MeasureAsync(contender, forgotten, cancellationToken);
        }
    }
}
