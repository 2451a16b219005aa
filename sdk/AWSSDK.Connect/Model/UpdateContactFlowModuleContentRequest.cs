namespace Amazon.Connect.Model;

/// <summary>The module and its new content, as JSON.</summary>
public partial class UpdateContactFlowModuleContentRequest : AmazonConnectRequest
{
    public string ContactFlowModuleId { get; set; }

    public string Content { get; set; }

    public string InstanceId { get; set; }

    public string Settings { get; set; }
}
