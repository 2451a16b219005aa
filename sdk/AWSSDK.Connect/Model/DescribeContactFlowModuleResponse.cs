using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>A module with its content.</summary>
public partial class DescribeContactFlowModuleResponse : AmazonWebServiceResponse
{
    public ContactFlowModule ContactFlowModule { get; set; }
}
