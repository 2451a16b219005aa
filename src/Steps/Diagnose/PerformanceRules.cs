using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Diagnose;

/// <summary>What works, and is slow or soon will be.</summary>
internal static class PerformanceRules
{
    // On a warm instance it is a second or two.
    private static readonly TimeSpan s_slowStart = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan s_slowPull = TimeSpan.FromSeconds(4);

    public static IEnumerable<Finding> Judge(Evidence seen) =>
        [
            .. AlarmIsRaised(seen),
            .. ClusterIsFull(seen),
            .. InstanceIsTooSmall(seen),
            .. BridgeStartedSlowly(seen),
            .. RoomWasWaitedFor(seen),
            .. LimitsAreReached(seen),
        ];

    private static IEnumerable<Finding> AlarmIsRaised(Evidence seen) =>
        seen.Alarms.Select(alarm =>
            Performance(
                $"The alarm {alarm.Split(' ')[0]} is raised.",
                alarm,
                "Mend what its description names."
            )
        );

    private static IEnumerable<Finding> ClusterIsFull(Evidence seen)
    {
        if (seen.Cluster is { Room: { Connected: > 0, Free: 0, TooSmall: null } room } cluster)
        {
            yield return Performance(
                "The cluster has no room for another call.",
                $"{cluster.Name} has {room.Connected} connected instances, and not one bridge fits.",
                "Lower the capacity provider's target capacity so that room is kept, or raise the maximum of the Auto Scaling group."
            );
        }
    }

    private static IEnumerable<Finding> InstanceIsTooSmall(Evidence seen)
    {
        if (seen.Cluster?.Room?.TooSmall is { } instance)
        {
            yield return Performance(
                "An instance is too small for even one bridge.",
                $"Instance {instance} would not hold one if it were empty.",
                "Give larger instance types, or make the task definition smaller."
            );
        }
    }

    private static IEnumerable<Finding> BridgeStartedSlowly(Evidence seen) =>
        from task in seen.Bridges
        where task.StartedAt is not null && task.CreatedAt is not null
        let took = task.StartedAt!.Value - task.CreatedAt!.Value
        where took > s_slowStart
        let pull = task.PullStoppedAt - task.PullStartedAt
        select Performance(
            pull > s_slowPull ? "A bridge had to wait for its image." : "A bridge was slow to start.",
            $"Task {BridgeStop.IdOf(task)} ran {took.TotalSeconds:F1} s after it was asked for{(pull is { } span ? $", {span.TotalSeconds:F1} s of them for the image" : "")}.",
            pull > s_slowPull
                ? "Look whether the cluster's daemon, which keeps the image on each instance, runs on all of them."
                : "Lower the capacity provider's target capacity, so that instances are ready before calls come."
        );

    private static IEnumerable<Finding> RoomWasWaitedFor(Evidence seen)
    {
        var tries =
            seen.Call?.Execution?.FailedTries.Count(error => error == nameof(BridgeHasNoRoom)) ?? 0;
        if (tries > 0 && CallFailure.Of(seen.Call) is not { Error: nameof(BridgeHasNoRoom) })
        {
            yield return Performance(
                "The caller waited until there was room for a bridge.",
                $"launch-bridge found none {tries} times.",
                "Lower the capacity provider's target capacity so that room is kept, or raise the maximum of the Auto Scaling group."
            );
        }
    }

    private static IEnumerable<Finding> LimitsAreReached(Evidence seen) =>
        from line in seen.Log
        let known = KnownWords.In(line.Message, KnownWords.Limits)
        where known is not null
        group line by (known, line.Group) into alike
        select Performance(
            alike.Key.known.Cause,
            $"{alike.Key.Group}: {alike.Last().Message}{(alike.Count() > 1 ? $" And {alike.Count() - 1} more." : "")}",
            alike.Key.known.Mend
        );

    private static Finding Performance(string cause, string evidence, string mend) =>
        new(DiagnosisArea.Performance, cause, evidence, mend);
}
