using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Instances, and whether tasks may still be placed on them.</summary>
public partial class UpdateContainerInstancesStateRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public List<string> ContainerInstances { get; set; } = Unset.List<string>();

    public ContainerInstanceStatus Status { get; set; }
}
