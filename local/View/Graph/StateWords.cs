using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>What a state's box says: its name, how long it took and how often, and what it is about besides.</summary>
/// <param name="Lines">Below the name.</param>
internal sealed record StateWords(string Name, IReadOnlyList<string> Lines)
{
    private const int MostIterations = 12;
    private const int IterationsInLine = 4;

    public static StateWords Of(State state, Passage passage)
    {
        var stays = passage.Stays(state.Name);
        return new StateWords(state.Name, stays.Count == 0 ? [] : [.. LinesOf(state, stays, passage)]);
    }

    private static IEnumerable<string> LinesOf(State state, IReadOnlyList<Stay> stays, Passage passage)
    {
        var facts = Facts(state, stays).ToList();
        if (facts.Count > 0)
        {
            yield return string.Join(" · ", facts);
        }

        if (stays.SelectMany(static stay => stay.Nested).LastOrDefault() is { } nested)
        {
            yield return $"runs {nested.Machine}: {Words.Of(nested.Ended - nested.Began)}";
        }

        foreach (var line in state is MapState map ? Iterations(map, stays[^1], passage) : [])
        {
            yield return line;
        }

        if (stays[^1] is { End: StayEnd.Failed, Error: { } error })
        {
            yield return error;
        }
    }

    private static IEnumerable<string> Facts(State state, IReadOnlyList<Stay> stays)
    {
        if (state is TaskState or WaitState or ParallelState or MapState)
        {
            yield return Words.Of(stays.Aggregate(TimeSpan.Zero, static (sum, stay) => sum + stay.Length));
        }

        if (stays.Count > 1)
        {
            yield return Words.Times(stays.Count);
        }

        if (stays.Sum(static stay => Math.Max(0, stay.Tries - 1)) is > 0 and var retries)
        {
            yield return Words.Retries(retries);
        }

        if (stays[^1].End is StayEnd.Running or StayEnd.Stopped)
        {
            yield return stays[^1].End == StayEnd.Running ? "still runs" : "stopped";
        }
    }

    private static IEnumerable<string> Iterations(MapState state, Stay stay, Passage passage)
    {
        var iterations = passage.Iterations(state.Name);
        var names = ItemNames.Of(state, stay.Input);
        foreach (var line in iterations.Take(MostIterations).Chunk(IterationsInLine))
        {
            yield return string.Join("   ", line.Select(iteration => Iteration(iteration, names[iteration.Index])));
        }

        if (iterations.Count > MostIterations)
        {
            yield return $"and {iterations.Count - MostIterations} more";
        }
    }

    private static string Iteration(Iteration iteration, string name)
    {
        var end = iteration.End switch
        {
            StayEnd.Failed => " failed",
            StayEnd.Stopped => " stopped",
            StayEnd.Running => " runs",
            _ => "",
        };
        return end == " runs" ? $"{name}{end}" : $"{name} {Words.Of(iteration.Ended - iteration.Began)}{end}";
    }
}
