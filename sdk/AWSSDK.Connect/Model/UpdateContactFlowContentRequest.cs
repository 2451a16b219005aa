namespace Amazon.Connect.Model;

/// <summary>The flow and its new content, as JSON.</summary>
public partial class UpdateContactFlowContentRequest : AmazonConnectRequest
{
    public string ContactFlowId { get; set; }

    public string Content { get; set; }

    public string InstanceId { get; set; }
}
