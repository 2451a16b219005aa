using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Model;

/// <summary>One page of groups.</summary>
public partial class DescribeAutoScalingGroupsResponse : AmazonWebServiceResponse
{
    public List<AutoScalingGroup> AutoScalingGroups { get; set; } = Unset.List<AutoScalingGroup>();

    public string NextToken { get; set; }
}
