using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>A flow with its content.</summary>
public partial class DescribeContactFlowResponse : AmazonWebServiceResponse
{
    public ContactFlow ContactFlow { get; set; }
}
