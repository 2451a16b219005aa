namespace SonicBridge.Steps.Call;

/// <summary>Where bridges run.</summary>
/// <param name="Cluster">The ECS cluster.</param>
/// <param name="TaskDefinition">The bridge's task definition: its family, or one revision of it.</param>
/// <param name="CapacityProvider">The cluster's capacity provider; null for launch type EC2.</param>
internal sealed record BridgePlace(string Cluster, string TaskDefinition, string? CapacityProvider)
{
    public static BridgePlace FromEnvironment() =>
        new(
            Setting.Optional("ECS_CLUSTER_NAME") ?? "nova-sonic-ecs-cluster",
            Setting.Optional("ECS_TASK_DEFINITION") ?? "nova-sonic-bridge",
            Setting.Optional("ECS_CAPACITY_PROVIDER")
        );

    public override string ToString() => $"{TaskDefinition} in {Cluster}";
}
