using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.History;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">From 1, without gaps.</param>
/// <param name="PreviousEventId">The event that led to this one; 0 where an execution begins or is stopped.</param>
/// <param name="Type">Such as <c>TaskStateEntered</c>.</param>
/// <param name="Time">When.</param>
/// <param name="State">The state that it is about, or null.</param>
/// <param name="Details">What the type has to tell, or null when that is nothing.</param>
public sealed record HistoryEvent(
    long Id,
    long PreviousEventId,
    string Type,
    DateTimeOffset Time,
    string? State,
    JsonObject? Details
);
