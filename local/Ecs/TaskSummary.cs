namespace SonicBridge.Local.Ecs;

/// <summary>A task as whoever watches from within this process needs it.</summary>
/// <param name="StartedBy">For the bridge, the call's contact id.</param>
/// <param name="ProcessIds">Of the containers that run now.</param>
public sealed record TaskSummary(string Arn, string? StartedBy, string LastStatus, IReadOnlyList<int> ProcessIds);
