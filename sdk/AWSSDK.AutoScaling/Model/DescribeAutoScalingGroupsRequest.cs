using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Model;

/// <summary>Which groups.</summary>
public partial class DescribeAutoScalingGroupsRequest : AmazonAutoScalingRequest
{
    public List<string> AutoScalingGroupNames { get; set; } = Unset.List<string>();

    public List<Filter> Filters { get; set; } = Unset.List<Filter>();

    public bool? IncludeInstances { get; set; }

    public int? MaxRecords { get; set; }

    public string NextToken { get; set; }
}
