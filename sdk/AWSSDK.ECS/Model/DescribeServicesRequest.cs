using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Which services of which cluster.</summary>
public partial class DescribeServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public List<string> Include { get; set; } = Unset.List<string>();

    public List<string> Services { get; set; } = Unset.List<string>();
}
