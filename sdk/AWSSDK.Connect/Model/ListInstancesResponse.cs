using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>One page of instances.</summary>
public partial class ListInstancesResponse : AmazonWebServiceResponse
{
    public List<InstanceSummary> InstanceSummaryList { get; set; } = Unset.List<InstanceSummary>();

    public string NextToken { get; set; }
}
