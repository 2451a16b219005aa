using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>One page of resources.</summary>
public partial class ListStackResourcesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<StackResourceSummary> StackResourceSummaries { get; set; } = Unset.List<StackResourceSummary>();
}
