using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>One page of events.</summary>
public partial class DescribeStackEventsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<StackEvent> StackEvents { get; set; } = Unset.List<StackEvent>();
}
