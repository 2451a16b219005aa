using System.Text.Json.Nodes;
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
        var envelope = new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = "ECS Task State Change",
            ["source"] = "aws.ecs",
            ["account"] = LocalAccount.Id,
            ["time"] = now.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            ["region"] = LocalAccount.Region,
            ["resources"] = new JsonArray(task.Arn),
            ["detail"] = detail,
        };
        return System.Text.Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }
}
