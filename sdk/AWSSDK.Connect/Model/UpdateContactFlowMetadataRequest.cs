namespace Amazon.Connect.Model;

/// <summary>What to change; what is not set stays.</summary>
public partial class UpdateContactFlowMetadataRequest : AmazonConnectRequest
{
    public string ContactFlowId { get; set; }

    public ContactFlowState ContactFlowState { get; set; }

    public string Description { get; set; }

    public string InstanceId { get; set; }

    public string Name { get; set; }
}
