using System;

namespace Amazon.StepFunctions.Model;

/// <summary>One thing that happened in an execution; of its details those on states and on how tasks ended.</summary>
public partial class HistoryEvent
{
    public long? Id { get; set; }

    public long? PreviousEventId { get; set; }

    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }

    public StateExitedEventDetails StateExitedEventDetails { get; set; }

    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }

    public TaskSucceededEventDetails TaskSucceededEventDetails { get; set; }

    public DateTime? Timestamp { get; set; }

    public HistoryEventType Type { get; set; }
}
