using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>One page of ARNs.</summary>
public partial class ListTaskDefinitionsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<string> TaskDefinitionArns { get; set; } = Unset.List<string>();
}
