using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>One revision of a service on its way.</summary>
public partial class Deployment
{
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; } =
        Unset.List<CapacityProviderStrategyItem>();

    public DateTime? CreatedAt { get; set; }

    public int? DesiredCount { get; set; }

    public int? FailedTasks { get; set; }

    public DeploymentEphemeralStorage FargateEphemeralStorage { get; set; }

    public string Id { get; set; }

    public LaunchType LaunchType { get; set; }

    public NetworkConfiguration NetworkConfiguration { get; set; }

    public int? PendingCount { get; set; }

    public string PlatformFamily { get; set; }

    public string PlatformVersion { get; set; }

    public DeploymentRolloutState RolloutState { get; set; }

    public string RolloutStateReason { get; set; }

    public int? RunningCount { get; set; }

    public string Status { get; set; }

    public string TaskDefinition { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
