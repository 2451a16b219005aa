using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Which clusters, and what else to tell of them.</summary>
public partial class DescribeClustersRequest : AmazonECSRequest
{
    public List<string> Clusters { get; set; } = Unset.List<string>();

    public List<string> Include { get; set; } = Unset.List<string>();
}
