namespace SonicBridge.Steps.Diagnose;

/// <summary>Who cannot reach whom.</summary>
internal static class NetworkRules
{
    private const string WayToEcs =
        "Give their subnets a NAT gateway or endpoints of ecs, ecs-agent and ecs-telemetry, let the security group out on port 443, and see /var/log/ecs/ on them.";

    public static IEnumerable<Finding> Judge(Evidence seen) =>
        [
            .. ImageCannotBeReached(seen),
            .. AgentsAreNotConnected(seen),
            .. NoInstanceHasRegistered(seen),
            .. StandbyIsNotHealthy(seen),
            .. LogsTellOfTheNetwork(seen),
        ];

    private static IEnumerable<Finding> ImageCannotBeReached(Evidence seen) =>
        from task in seen.Bridges
        where BridgeStop.IsLoss(task)
        let words = BridgeStop.WordsOf(BridgeStop.Of(task))
        let known = KnownWords.In(words, KnownWords.Network)
        where known is not null
        group (task, words) by known into alike
        select Network(
            alike.Key.Cause,
            $"Task {BridgeStop.IdOf(alike.Last().task)}: {alike.Last().words}",
            alike.Key.Mend
        );

    private static IEnumerable<Finding> AgentsAreNotConnected(Evidence seen)
    {
        if (seen.Cluster is { Room: { } room } cluster && room.Connected < room.Registered)
        {
            yield return Network(
                "Instances have lost their connection with ECS, and get no bridges.",
                $"{room.Connected} of {room.Registered} active instances of {cluster.Name} are connected.",
                WayToEcs
            );
        }
    }

    private static IEnumerable<Finding> NoInstanceHasRegistered(Evidence seen)
    {
        if (seen.Cluster is { Room.Registered: 0 } cluster)
        {
            yield return Network(
                "No instance is there to run a bridge.",
                $"{cluster.Name} has no active container instance.",
                $"Look whether the Auto Scaling group is to have any. If it has, they cannot register. {WayToEcs}"
            );
        }
    }

    private static IEnumerable<Finding> StandbyIsNotHealthy(Evidence seen)
    {
        if (seen.Standby is not { } targets)
        {
            yield break;
        }

        // One that drains has done its work, one that is initial is only new.
        var bad = targets.Where(target => target.State is not ("healthy" or "draining" or "initial")).ToList();
        if (bad is [var first, ..])
        {
            yield return Network(
                "The load balancer does not find all standby bridges healthy.",
                $"{bad.Count} of {targets.Count}: {first.Address} is {first.State} ({first.Reason}: {first.Description?.TrimEnd('.')}).",
                first.Reason is "Target.Timeout"
                    ? "Let the instances' security group admit the load balancer's on the ports 32768 to 65535."
                    : "Read the log of the standby bridges in the group /ecs/nova-sonic-standby."
            );
        }
        else if (targets.Count == 0)
        {
            yield return Network(
                "No standby bridge has come to the load balancer.",
                "Its target group is empty.",
                "Look at the events of the cluster's standby service: an image that cannot be pulled, or a lack of room, stands there."
            );
        }
    }

    private static IEnumerable<Finding> LogsTellOfTheNetwork(Evidence seen) =>
        from line in seen.Log
        let known = KnownWords.In(line.Message, KnownWords.Network)
        where known is not null
        group line by (known, line.Group) into alike
        select Network(
            alike.Key.known.Cause,
            $"{alike.Key.Group}: {alike.Last().Message}{(alike.Count() > 1 ? $" And {alike.Count() - 1} more." : "")}",
            alike.Key.known.Mend
        );

    private static Finding Network(string cause, string evidence, string mend) =>
        new(DiagnosisArea.Network, cause, evidence, mend);
}
