using System.Globalization;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>An EC2 instance of the cluster: this machine, whatever its number.</summary>
internal sealed record ContainerInstance(string Cluster, int Number)
{
    public string Arn =>
        LocalAccount.Arn(
            "ecs",
            string.Create(CultureInfo.InvariantCulture, $"container-instance/{Cluster}/{Number:D32}")
        );

    public string Ec2InstanceId => string.Create(CultureInfo.InvariantCulture, $"i-{Number:D17}");

    /// <summary>As the API describes it, as far as anybody here reads it.</summary>
    public ContainerInstanceDescription Describe(bool isActive) =>
        new(Arn, Ec2InstanceId, isActive ? "ACTIVE" : "DRAINING");
}
