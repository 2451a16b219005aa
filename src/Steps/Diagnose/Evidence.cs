using SonicBridge.Contracts;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Diagnose;

/// <summary>All that was read for a diagnosis. What could not be read is null or empty, and named in <see cref="Unread"/>.</summary>
internal sealed record Evidence
{
    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The call that was asked about; null for the deployment as a whole.</summary>
    public ContactId? Contact { get; init; }

    /// <summary>The migration that was rolled back, so that nothing of the EC2 side should be there; or null.</summary>
    public string? RolledBack { get; init; }

    /// <summary>The task that was asked about and is not known to ECS, or null.</summary>
    public string? MissingTask { get; init; }

    /// <summary>The call's folder and execution; null when there is no call in question.</summary>
    public CallTrace? Call { get; init; }

    /// <summary>The call's bridges or, for the deployment as a whole, all that run or have stopped within the hour.</summary>
    public IReadOnlyList<Amazon.ECS.Model.Task> Bridges { get; init; } = [];

    public ClusterState? Cluster { get; init; }

    public IReadOnlyList<FunctionState> Functions { get; init; } = [];

    /// <summary>The standby bridges as the load balancer sees them: address, state, reason; null when unknown.</summary>
    public IReadOnlyList<StandbyTarget>? Standby { get; init; }

    /// <summary>The alarms that are raised.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Calls of the last hour, for the deployment as a whole.</summary>
    public RecentCalls? Calls { get; init; }

    /// <summary>Warnings and errors of the logs.</summary>
    public IReadOnlyList<LogLine> Log { get; init; } = [];

    /// <summary>What could not be read: a name, a colon, the reason.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>What is left of a call.</summary>
/// <param name="IsDescribed">Whether call.json is there.</param>
/// <param name="Generation">Of the last bridge that was launched; null when none was.</param>
/// <param name="Outcome">As recorded, or null.</param>
/// <param name="Execution">Null when there is none.</param>
internal sealed record CallTrace(bool IsDescribed, int? Generation, CallOutcome? Outcome, ExecutionTrace? Execution);

/// <summary>How a call's execution went.</summary>
/// <param name="Status">Such as <c>RUNNING</c>.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Error">Of an execution that failed.</param>
/// <param name="Cause">Of an execution that failed.</param>
/// <param name="FailedTries">The error of each task that failed, tried again or not.</param>
internal sealed record ExecutionTrace(
    string Status,
    DateTimeOffset? StartedAt,
    string? Error,
    string? Cause,
    IReadOnlyList<string> FailedTries
);

/// <summary>The cluster and what it can run.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Room">Null when there is no such cluster, or no task definition to measure it by.</param>
/// <param name="Trouble">Why there is no room to speak of, in a sentence.</param>
internal sealed record ClusterState(string Name, Room? Room, string? Trouble);

/// <summary>One function of the call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Such as <c>Active</c>; null when there is no such function.</param>
/// <param name="Reason">Lambda's words for a state that is not well.</param>
/// <param name="Mismatch">A variable that does not point at what is deployed, in words, or null.</param>
internal sealed record FunctionState(string Name, string? State, string? Reason, string? Mismatch);

/// <summary>One standby bridge.</summary>
internal sealed record StandbyTarget(string Address, string State, string? Reason, string? Description);

/// <summary>How the calls of the last hour went.</summary>
internal sealed record RecentCalls(int Begun, IReadOnlyList<string> Failures);

/// <summary>One line of a log.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Level">In lower case: warning, error or critical.</param>
/// <param name="Message">What it says.</param>
internal sealed record LogLine(string Group, string Level, string Message)
{
    public bool IsError => Level is not "warning";
}
