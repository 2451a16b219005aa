using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>One page of target groups.</summary>
public partial class DescribeTargetGroupsResponse : AmazonWebServiceResponse
{
    public string NextMarker { get; set; }

    public List<TargetGroup> TargetGroups { get; set; } = Unset.List<TargetGroup>();
}
