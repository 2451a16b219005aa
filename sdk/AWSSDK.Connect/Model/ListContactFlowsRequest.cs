using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>The instance, and the kinds of flows that matter.</summary>
public partial class ListContactFlowsRequest : AmazonConnectRequest
{
    public List<string> ContactFlowTypes { get; set; } = Unset.List<string>();

    public string InstanceId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}
