using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The clusters, and those that were not found.</summary>
public partial class DescribeClustersResponse : AmazonWebServiceResponse
{
    public List<Cluster> Clusters { get; set; } = Unset.List<Cluster>();

    public List<Failure> Failures { get; set; } = Unset.List<Failure>();
}
