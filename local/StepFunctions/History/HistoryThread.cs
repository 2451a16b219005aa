using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.History;

/// <summary>One line of events that lead to each other: the main flow, a branch, an iteration.</summary>
internal sealed class HistoryThread(ExecutionHistory history, long last)
{
    /// <summary>The event that leads to the next one.</summary>
    public long Last { get; set; } = last;

    /// <summary>The state that this line is in.</summary>
    public string? State { get; set; }

    /// <summary>Writes an event that the next one follows.</summary>
    public long Add(string type, JsonObject? details = null) => Last = AddAside(type, details);

    /// <summary>Writes an event that the next one does not refer to.</summary>
    public long AddAside(string type, JsonObject? details = null) => history.Append(type, Last, State, details);

    /// <summary>A line that starts at this one's last event.</summary>
    public HistoryThread Fork() => new(history, Last);
}
