using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>One page of stacks.</summary>
public partial class DescribeStacksResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Stack> Stacks { get; set; } = Unset.List<Stack>();
}
