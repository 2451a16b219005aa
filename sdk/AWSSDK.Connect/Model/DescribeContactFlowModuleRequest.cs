namespace Amazon.Connect.Model;

/// <summary>The module.</summary>
public partial class DescribeContactFlowModuleRequest : AmazonConnectRequest
{
    public string ContactFlowModuleId { get; set; }

    public string InstanceId { get; set; }
}
