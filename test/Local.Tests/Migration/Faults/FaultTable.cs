using System.Globalization;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>Which fault at which step came to what; one that came to something else than it should is kept apart.</summary>
internal sealed class FaultTable
{
    private readonly List<string> _lines = [];
    private readonly List<string> _unexpected = [];
    private readonly HashSet<MigrationStep> _steps = [];

    /// <summary>The steps that something was made of.</summary>
    public IReadOnlySet<MigrationStep> Steps => _steps;

    public IReadOnlyList<string> Unexpected => _unexpected;

    /// <summary>Notes one cell.</summary>
    /// <param name="faults">What of it is not as it should be; empty when all is.</param>
    public void Note(MigrationStep step, FaultKind kind, string outcome, IReadOnlyCollection<string> faults)
    {
        _steps.Add(step);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{step, -32} {kind, -18} {outcome}{(faults.Count == 0 ? "" : " UNEXPECTED: ")}{string.Join("; ", faults)}"
        );
        _lines.Add(line);
        if (faults.Count > 0)
        {
            _unexpected.Add(line);
        }
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

    public override string ToString() => string.Join(Environment.NewLine, _lines);
}
