using System.Globalization;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>Which fault at which step came to what; one that came to something else than it should is kept apart.</summary>
internal sealed class FaultTable
{
    private readonly List<(string Step, string Fault, string Outcome)> _rows = [];
    private readonly List<string> _unexpected = [];
    private readonly HashSet<MigrationStep> _steps = [];

    /// <summary>The steps that something was made of.</summary>
    public IReadOnlySet<MigrationStep> Steps => _steps;

    public IReadOnlyList<string> Unexpected => _unexpected;

    /// <summary>Notes one cell.</summary>
    /// <param name="kind">How it went wrong, and how often.</param>
    /// <param name="faults">What of it is not as it should be; empty when all is.</param>
    public void Note(MigrationStep step, string kind, string outcome, IReadOnlyCollection<string> faults)
    {
        _steps.Add(step);
        var told = faults.Count == 0 ? outcome : $"{outcome} UNEXPECTED: {string.Join("; ", faults)}";
        _rows.Add((step.ToString(), kind, told));
        if (faults.Count > 0)
        {
            _unexpected.Add($"{step}, {kind}: {told}");
        }
    }

    /// <summary>Writes it as Markdown to <c>fault-matrix/</c> beside the tests' program.</summary>
    public Task WriteAsync(string name, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Join(AppContext.BaseDirectory, "fault-matrix"));
        IEnumerable<string> lines =
        [
            "| step | goes wrong | comes to |",
            "| --- | --- | --- |",
            .. _rows.Select(static row => $"| {row.Step} | {row.Fault} | {row.Outcome} |"),
        ];
        return File.WriteAllLinesAsync(Path.Join(folder.FullName, $"{name}.md"), lines, cancellationToken);
    }

    /// <summary>The state in which an execution ended and how long it took.</summary>
    public static string EndOf(Execution execution) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{execution.Status} in {LastState(execution)} ({(execution.StopDate - execution.StartDate)?.TotalSeconds:F1} s)"
        );

    /// <summary>The last state that was entered.</summary>
    public static string? LastState(Execution execution) =>
        execution
            .History.Events.Last(static happened => happened.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            .State;

    public override string ToString() =>
        string.Join(Environment.NewLine, _rows.Select(static row => $"{row.Step, -30} {row.Fault, -42} {row.Outcome}"));
}
