using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Up to 100 tasks of a cluster.</summary>
public partial class DescribeTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public List<string> Include { get; set; } = Unset.List<string>();

    public List<string> Tasks { get; set; } = Unset.List<string>();
}
