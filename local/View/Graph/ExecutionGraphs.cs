using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.View.Graph;

/// <summary>Draws an execution and each one that it started, a file for each.</summary>
public static class ExecutionGraphs
{
    /// <summary>Writes the pictures into a folder, named as the state machines; the second of one machine ends in -2.</summary>
    /// <param name="execution">The first to be drawn.</param>
    /// <param name="all">Where the executions that it started are found.</param>
    /// <returns>The files, the execution's own first, the others in the order of their beginning.</returns>
    public static IReadOnlyList<string> Draw(Execution execution, IEnumerable<Execution> all, string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var drawn in WithNested(execution, all.ToDictionary(static e => e.Arn, StringComparer.Ordinal)))
        {
            var name = drawn.Machine.Name;
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            var file = Path.Combine(folder, count == 1 ? $"{name}.png" : $"{name}-{count}.png");
            using var png = File.Create(file);
            ExecutionGraph.Draw(drawn.Machine.Definition, drawn, png);
            files.Add(file);
        }

        return files;
    }

    private static IEnumerable<Execution> WithNested(Execution execution, Dictionary<string, Execution> all)
    {
        yield return execution;
        foreach (var run in Passage.Of(execution.History.Events).Nested)
        {
            if (all.GetValueOrDefault(run.Arn) is { } nested)
            {
                foreach (var within in WithNested(nested, all))
                {
                    yield return within;
                }
            }
        }
    }
}
