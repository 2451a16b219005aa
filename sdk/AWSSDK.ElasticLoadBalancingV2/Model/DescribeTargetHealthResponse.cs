using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The targets and how they do.</summary>
public partial class DescribeTargetHealthResponse : AmazonWebServiceResponse
{
    public List<TargetHealthDescription> TargetHealthDescriptions { get; set; } = Unset.List<TargetHealthDescription>();
}
