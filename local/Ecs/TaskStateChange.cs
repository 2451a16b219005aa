using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>EventBridge's envelope <c>ECS Task State Change</c>.</summary>
internal static class TaskStateChange
{
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Of(EcsTask task, DateTimeOffset now)
    {
        var detail = task.Describe(TaskDescription.Iso);
        // The event tells no health.
        detail.Remove("healthStatus");
        detail["updatedAt"] = TaskDescription.Iso(now);
        var envelope = EventEnvelope.Of("aws.ecs", "ECS Task State Change", task.Arn, detail, now);
        return System.Text.Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }
}
