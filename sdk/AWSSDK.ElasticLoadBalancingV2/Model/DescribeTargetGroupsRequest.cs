using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Which target groups, by ARN, name or load balancer.</summary>
public partial class DescribeTargetGroupsRequest : AmazonElasticLoadBalancingV2Request
{
    public string LoadBalancerArn { get; set; }

    public string Marker { get; set; }

    public List<string> Names { get; set; } = Unset.List<string>();

    public int? PageSize { get; set; }

    public List<string> TargetGroupArns { get; set; } = Unset.List<string>();
}
