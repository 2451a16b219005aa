using SonicBridge.Local.Call;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.View.Graph;

namespace SonicBridge.Local.Migration;

/// <summary>What is left of a migration in <c>out/migration-&lt;id&gt;/</c>: its reports, its proof, the histories and pictures of its executions.</summary>
public static class RehearsalFiles
{
    private static readonly string[] s_reports =
    [
        "dry-run-report.md",
        "dry-run-report.json",
        "report.md",
        "report.json",
        "rollback-report.md",
        "rollback-report.json",
        "proof.json",
    ];

    /// <summary>Writes all that there is.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public static async Task<string> WriteAsync(
        string output,
        string migration,
        LocalCloud cloud,
        CancellationToken cancellationToken
    )
    {
        var folder = Path.Join(output, $"migration-{migration}");
        Directory.CreateDirectory(folder);
        foreach (var name in s_reports)
        {
            if (Find(cloud, migration, name) is { } content)
            {
                await File.WriteAllBytesAsync(Path.Join(folder, name), content, cancellationToken);
            }
        }

        foreach (var (name, execution) in Named(cloud.Machines.Executions))
        {
            var history = HistoryJson.Export(execution.History.Events);
            await File.WriteAllTextAsync(Path.Join(folder, $"{name}-history.json"), history, cancellationToken);
            await using var picture = File.Create(Path.Join(folder, $"{name}.png"));
            ExecutionGraph.Draw(execution.Machine.Definition, execution, picture);
        }

        return folder;
    }

    /// <summary>What is in a file of a migration's folder now, or null.</summary>
    public static ReadOnlyMemory<byte>? Find(LocalCloud cloud, string migration, string name) =>
        cloud.S3.Find(cloud.Template.Reference("BackupBucket"), $"migrations/{migration}/{name}")?.Content;

    /// <summary>By their machines' names, and a number for the second and later executions of one.</summary>
    private static IEnumerable<(string Name, Execution Execution)> Named(IEnumerable<Execution> executions) =>
        executions
            // A call has its own folder at the call command.
            .Where(static execution => execution.Machine.Name != "call")
            .GroupBy(static execution => execution.Machine.Name, StringComparer.Ordinal)
            .SelectMany(static runs =>
                runs.OrderBy(static run => run.StartDate)
                    .Select((run, index) => (index == 0 ? runs.Key : $"{runs.Key}-{index + 1}", run))
            );
}
