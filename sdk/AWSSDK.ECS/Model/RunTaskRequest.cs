using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>What to start, where, and what to change in its definition. A token is made up for a request that has none, so that a retry starts nothing twice.</summary>
public partial class RunTaskRequest : AmazonECSRequest
{
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; } =
        Unset.List<CapacityProviderStrategyItem>();

    public string ClientToken { get; set; }

    public string Cluster { get; set; }

    public int? Count { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public string Group { get; set; }

    public LaunchType LaunchType { get; set; }

    public NetworkConfiguration NetworkConfiguration { get; set; }

    public TaskOverride Overrides { get; set; }

    public List<PlacementConstraint> PlacementConstraints { get; set; } = Unset.List<PlacementConstraint>();

    public List<PlacementStrategy> PlacementStrategy { get; set; } = Unset.List<PlacementStrategy>();

    public string PlatformVersion { get; set; }

    public PropagateTags PropagateTags { get; set; }

    public string ReferenceId { get; set; }

    public string StartedBy { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public string TaskDefinition { get; set; }
}
