using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The new flow's id and ARN.</summary>
public partial class CreateContactFlowResponse : AmazonWebServiceResponse
{
    public string ContactFlowArn { get; set; }

    public string ContactFlowId { get; set; }

    public string FlowContentSha256 { get; set; }
}
