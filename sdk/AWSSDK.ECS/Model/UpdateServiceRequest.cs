using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>What to change; what is not set stays.</summary>
public partial class UpdateServiceRequest : AmazonECSRequest
{
    public AvailabilityZoneRebalancing AvailabilityZoneRebalancing { get; set; }

    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; } =
        Unset.List<CapacityProviderStrategyItem>();

    public string Cluster { get; set; }

    public DeploymentConfiguration DeploymentConfiguration { get; set; }

    public DeploymentController DeploymentController { get; set; }

    public int? DesiredCount { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public bool? ForceNewDeployment { get; set; }

    public int? HealthCheckGracePeriodSeconds { get; set; }

    public List<LoadBalancer> LoadBalancers { get; set; } = Unset.List<LoadBalancer>();

    public NetworkConfiguration NetworkConfiguration { get; set; }

    public List<PlacementConstraint> PlacementConstraints { get; set; } = Unset.List<PlacementConstraint>();

    public List<PlacementStrategy> PlacementStrategy { get; set; } = Unset.List<PlacementStrategy>();

    public string PlatformVersion { get; set; }

    public PropagateTags PropagateTags { get; set; }

    public string Service { get; set; }

    public List<ServiceRegistry> ServiceRegistries { get; set; } = Unset.List<ServiceRegistry>();

    public string TaskDefinition { get; set; }
}
