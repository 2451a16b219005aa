using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>A task as ECS describes it: to its API with times in seconds, to EventBridge with times in ISO 8601.</summary>
internal static class TaskDescription
{
    public static JsonNode Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000m;

    public static JsonNode Iso(DateTimeOffset time) => S3.S3Xml.Time(time);

    public static JsonObject Of(EcsTask task, EcsOptions options, Func<DateTimeOffset, JsonNode> time)
    {
        var placed = task.LastStatus != "PROVISIONING";
        var description = new JsonObject
        {
            ["attachments"] = new JsonArray(),
            ["availabilityZone"] = $"{LocalAccount.Region}a",
            ["clusterArn"] = EcsCluster.ArnOf(options),
            ["containerInstanceArn"] = placed ? task.Instance?.Arn : null,
            ["containers"] = new JsonArray([.. task.Containers.Select(container => Of(task, container))]),
            ["cpu"] = "0",
            ["memory"] = $"{task.Plan.Memory}",
            ["createdAt"] = time(task.CreatedAt),
            ["desiredStatus"] = task.DesiredStatus,
            ["enableExecuteCommand"] = false,
            ["group"] = task.Plan.Group,
            ["healthStatus"] = "UNKNOWN",
            ["lastStatus"] = task.LastStatus,
            ["launchType"] = "EC2",
            ["capacityProviderName"] = task.Plan.CapacityProvider,
            ["overrides"] = task.Plan.Overrides.DeepClone(),
            ["startedBy"] = task.Plan.StartedBy,
            ["stopCode"] = task.StopCode,
            ["stoppedReason"] = task.StoppedReason,
            ["taskArn"] = task.Arn,
            ["taskDefinitionArn"] = task.Plan.Definition.Arn,
            ["version"] = task.Version,
            ["startedAt"] = Time(task.StartedAt),
            ["stoppingAt"] = Time(task.StoppingAt),
            ["stoppedAt"] = Time(task.StoppedAt),
            ["executionStoppedAt"] = task.StartedAt is null ? null : Time(task.StoppedAt),
        };
        foreach (var (name, _) in description.Where(static pair => pair.Value is null).ToList())
        {
            description.Remove(name);
        }

        return description;

        JsonNode? Time(DateTimeOffset? value) => value is { } known ? time(known) : null;
    }

    private static JsonObject Of(EcsTask task, TaskContainer container)
    {
        var id = task.Arn[(task.Arn.IndexOf("task/", StringComparison.Ordinal) + "task/".Length)..];
        var description = new JsonObject
        {
            ["containerArn"] = LocalAccount.Arn("ecs", $"container/{id}/{container.Id}"),
            ["taskArn"] = task.Arn,
            ["name"] = container.Definition.Name,
            ["image"] = container.Definition.Image,
            ["lastStatus"] = container.LastStatus,
            ["networkBindings"] = new JsonArray(),
            ["networkInterfaces"] = new JsonArray(),
            ["healthStatus"] = "UNKNOWN",
        };
        if (container.ExitCode is { } code)
        {
            description["exitCode"] = code;
        }

        if (container.Reason is { } reason)
        {
            description["reason"] = reason;
        }

        return description;
    }
}
