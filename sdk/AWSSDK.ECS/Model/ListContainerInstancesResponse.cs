using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>One page of ARNs.</summary>
public partial class ListContainerInstancesResponse : AmazonWebServiceResponse
{
    public List<string> ContainerInstanceArns { get; set; } = Unset.List<string>();

    public string NextToken { get; set; }
}
