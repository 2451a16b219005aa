using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>One page of ARNs.</summary>
public partial class ListServicesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<string> ServiceArns { get; set; } = Unset.List<string>();
}
