using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>One page of flows.</summary>
public partial class ListContactFlowsResponse : AmazonWebServiceResponse
{
    public List<ContactFlowSummary> ContactFlowSummaryList { get; set; } = Unset.List<ContactFlowSummary>();

    public string NextToken { get; set; }
}
