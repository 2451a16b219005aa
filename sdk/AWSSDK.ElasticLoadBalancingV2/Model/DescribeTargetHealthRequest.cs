using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The target group, and which of its targets.</summary>
public partial class DescribeTargetHealthRequest : AmazonElasticLoadBalancingV2Request
{
    public List<string> Include { get; set; } = Unset.List<string>();

    public string TargetGroupArn { get; set; }

    public List<TargetDescription> Targets { get; set; } = Unset.List<TargetDescription>();
}
