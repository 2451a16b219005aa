using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>EventBridge's envelope <c>EC2 Spot Instance Interruption Warning</c>.</summary>
internal static class SpotWarning
{
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Of(ContainerInstance instance, DateTimeOffset now) =>
        Encoding.UTF8.GetBytes(
            EventEnvelope
                .Of(
                    "aws.ec2",
                    "EC2 Spot Instance Interruption Warning",
                    LocalAccount.Arn("ec2", $"instance/{instance.Ec2InstanceId}"),
                    new JsonObject { ["instance-id"] = instance.Ec2InstanceId, ["instance-action"] = "terminate" },
                    now
                )
                .ToJsonString()
        );
}
