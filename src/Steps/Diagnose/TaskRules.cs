using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Why a bridge's task does not start, or does not last.</summary>
internal static class TaskRules
{
    // RunTask on a warm instance takes a second or two, and an instance that has to be started some minutes.
    private static readonly TimeSpan s_longStart = TimeSpan.FromSeconds(30);

    private const string ReadTheLog = "Read its log in the group /ecs/nova-sonic-bridge";

    public static IEnumerable<Finding> Judge(Evidence seen) =>
        [
            .. ClusterIsNotThere(seen),
            .. TaskIsUnknown(seen),
            .. BridgeIsLost(seen),
            .. BridgeIsSlowToStart(seen),
            .. BridgeWasNotRun(seen),
            .. BridgeGaveNoSignOfLife(seen),
            .. BridgeReportedFailure(seen),
            .. BridgeLoggedErrors(seen),
            .. CallsHaveFailed(seen),
        ];

    private static IEnumerable<Finding> ClusterIsNotThere(Evidence seen)
    {
        if (seen.Cluster is { Trouble: { } trouble } cluster)
        {
            yield return Task(
                $"The cluster {cluster.Name} cannot run bridges.",
                trouble,
                "Deploy the EC2 side by the state machine nova-sonic-migrate, which also registers the bridge's task definition."
            );
        }
    }

    private static IEnumerable<Finding> TaskIsUnknown(Evidence seen)
    {
        if (seen.MissingTask is { } task)
        {
            yield return Task(
                $"ECS does not know the task {task}.",
                "DescribeTasks finds no such task in the bridges' cluster.",
                "Ask by the call's contact id instead: ECS forgets a task an hour after it has stopped, the call's folder remains."
            );
        }
    }

    /// <summary>Many bridges that stopped for one reason are one finding.</summary>
    private static IEnumerable<Finding> BridgeIsLost(Evidence seen) =>
        seen.Bridges.Where(task => BridgeStop.IsLoss(task) || (HasFailed(seen) && IsSilentEnd(task)))
            .GroupBy(task => StopCause.Of(BridgeStop.Of(task)))
            .Select(alike =>
            {
                var last = alike.MaxBy(task => task.StoppedAt ?? task.CreatedAt)!;
                var stop = BridgeStop.Of(last);
                var others = alike.Count() > 1 ? $" And {alike.Count() - 1} more." : "";
                return Task(
                    $"{alike.Key.What}.",
                    $"Task {BridgeStop.IdOf(last)}: {BridgeStop.WordsOf(stop).TrimEnd('.')}.{others}",
                    MendOf(alike.Key, stop, BridgeStop.IdOf(last))
                );
            });

    private static bool HasFailed(Evidence seen) => CallFailure.Of(seen.Call) is not null;

    private static bool IsSilentEnd(Amazon.ECS.Model.Task task) =>
        task.LastStatus == "STOPPED" && BridgeStop.Of(task) is { ExitCode: 0, StopCode: "EssentialContainerExited" };

    private static string MendOf(StopReason reason, StoppedTask stop, string task) =>
        (reason.Further, stop) switch
        {
            ({ } further, _) => $"{char.ToUpperInvariant(further[0])}{further[1..]}.",
            (_, { StopCode: "UserInitiated" }) =>
                "See CloudTrail's StopTask events for who did; nothing is wrong with the bridge.",
            (_, { StopCode: "TerminationNotice" }) =>
                "Look at the activities of the Auto Scaling group: instances with calls are protected from scaling in, not from people.",
            _ => $"{ReadTheLog}, stream call/bridge/{task}.",
        };

    private static IEnumerable<Finding> BridgeIsSlowToStart(Evidence seen) =>
        from task in seen.Bridges
        where task.LastStatus is "PROVISIONING" or "PENDING" or "ACTIVATING"
        where task.CreatedAt is not null
        let waits = seen.At - task.CreatedAt!.Value.ToUniversalTime()
        where waits > s_longStart
        select task.LastStatus == "PROVISIONING"
            ? Task(
                "A bridge waits for an instance with room.",
                $"Task {BridgeStop.IdOf(task)} has been PROVISIONING for {waits.TotalSeconds:F0} s.",
                "Raise the maximum of the Auto Scaling group, or lower the capacity provider's target capacity so that room is kept."
            )
            : Task(
                "A bridge is placed, and its container does not start.",
                $"Task {BridgeStop.IdOf(task)} has been {task.LastStatus} for {waits.TotalSeconds:F0} s.",
                "Look at the ECS agent's log on the instance: the image may be slow to pull, or the log driver may hang."
            );

    private static IEnumerable<Finding> BridgeWasNotRun(Evidence seen)
    {
        switch (CallFailure.Of(seen.Call))
        {
            case { Error: nameof(BridgeHasNoRoom), Detail: var detail }:
                yield return Task(
                    "No instance had room for the bridge, however often it was tried.",
                    detail,
                    "Raise the maximum of the Auto Scaling group, or lower the capacity provider's target capacity so that room is kept."
                );
                break;
            case { Error: nameof(BridgeNotLaunched), Detail: var detail }:
                yield return Task(
                    "ECS refused to run the bridge.",
                    detail,
                    KnownWords.In(detail, KnownWords.Rights, KnownWords.Limits)?.Mend
                        ?? "Look at the task definition named there: it has to be active, made for EC2, and fit the instances' attributes and architecture."
                );
                break;
        }
    }

    private static IEnumerable<Finding> BridgeGaveNoSignOfLife(Evidence seen)
    {
        if (CallFailure.Of(seen.Call) is { Error: "States.HeartbeatTimeout" or "States.Timeout" } failure)
        {
            var bridge = seen.Bridges.FirstOrDefault(task => task.LastStatus != "STOPPED");
            yield return Task(
                bridge is { LastStatus: "RUNNING" }
                    ? "The bridge runs, and has stopped giving signs of life."
                    : "The bridge gave no sign of life.",
                bridge is null ? failure.Detail : $"Task {BridgeStop.IdOf(bridge)} is {bridge.LastStatus}.",
                $"{ReadTheLog}: when it ends without an error, look whether the instance is short of CPU or cut off from Step Functions."
            );
        }
    }

    private static IEnumerable<Finding> BridgeReportedFailure(Evidence seen)
    {
        if (CallFailure.Of(seen.Call) is { Error: null, Detail: var detail })
        {
            var known = KnownWords.In(detail, KnownWords.Rights);
            yield return Task(
                known?.Cause ?? "The bridge could not do its work, and said so.",
                detail.Length > 0 ? detail : "outcome.json says 'failed' and nothing more.",
                known?.Mend ?? $"{ReadTheLog} for the contact id."
            );
        }
    }

    /// <summary>But for what belongs to another area.</summary>
    private static IEnumerable<Finding> BridgeLoggedErrors(Evidence seen) =>
        seen.Log.Where(line => line.IsError && line.Group.StartsWith("/ecs/", StringComparison.Ordinal))
            .Where(line => KnownWords.In(line.Message, KnownWords.Network, KnownWords.Limits) is null)
            .GroupBy(line => (line.Group, KnownWords.In(line.Message, KnownWords.Rights)))
            .Select(alike =>
                Task(
                    alike.Key.Item2?.Cause ?? "A bridge logged an error.",
                    $"{alike.Key.Group}: {alike.Last().Message}{(alike.Count() > 1 ? $" And {alike.Count() - 1} more." : "")}",
                    alike.Key.Item2?.Mend ?? $"Read what stands before it in the group {alike.Key.Group}."
                )
            );

    private static IEnumerable<Finding> CallsHaveFailed(Evidence seen)
    {
        if (seen.Calls is { Failures: [var first, ..] failures } calls)
        {
            yield return Task(
                $"{failures.Count} of the {calls.Begun} calls of the last hour have failed.",
                first,
                "Ask for one of them, by {\"contactId\": …}."
            );
        }
    }

    private static Finding Task(string cause, string evidence, string mend) =>
        new(DiagnosisArea.Task, cause, evidence, mend);
}
