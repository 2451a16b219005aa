using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Which instances of which cluster.</summary>
public partial class DescribeContainerInstancesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public List<string> ContainerInstances { get; set; } = Unset.List<string>();

    public List<string> Include { get; set; } = Unset.List<string>();
}
