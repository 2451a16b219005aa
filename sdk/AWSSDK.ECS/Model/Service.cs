using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A service, and how its tasks stand.</summary>
public partial class Service
{
    public AvailabilityZoneRebalancing AvailabilityZoneRebalancing { get; set; }

    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; } =
        Unset.List<CapacityProviderStrategyItem>();

    public string ClusterArn { get; set; }

    public DateTime? CreatedAt { get; set; }

    public string CreatedBy { get; set; }

    public string CurrentServiceDeployment { get; set; }

    public List<ServiceCurrentRevisionSummary> CurrentServiceRevisions { get; set; } =
        Unset.List<ServiceCurrentRevisionSummary>();

    public DeploymentConfiguration DeploymentConfiguration { get; set; }

    public DeploymentController DeploymentController { get; set; }

    public List<Deployment> Deployments { get; set; } = Unset.List<Deployment>();

    public int? DesiredCount { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public List<ServiceEvent> Events { get; set; } = Unset.List<ServiceEvent>();

    public int? HealthCheckGracePeriodSeconds { get; set; }

    public LaunchType LaunchType { get; set; }

    public List<LoadBalancer> LoadBalancers { get; set; } = Unset.List<LoadBalancer>();

    public NetworkConfiguration NetworkConfiguration { get; set; }

    public int? PendingCount { get; set; }

    public List<PlacementConstraint> PlacementConstraints { get; set; } = Unset.List<PlacementConstraint>();

    public List<PlacementStrategy> PlacementStrategy { get; set; } = Unset.List<PlacementStrategy>();

    public string PlatformFamily { get; set; }

    public string PlatformVersion { get; set; }

    public PropagateTags PropagateTags { get; set; }

    public ResourceManagementType ResourceManagementType { get; set; }

    public string RoleArn { get; set; }

    public int? RunningCount { get; set; }

    public SchedulingStrategy SchedulingStrategy { get; set; }

    public string ServiceArn { get; set; }

    public string ServiceName { get; set; }

    public List<ServiceRegistry> ServiceRegistries { get; set; } = Unset.List<ServiceRegistry>();

    public string Status { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public string TaskDefinition { get; set; }
}
