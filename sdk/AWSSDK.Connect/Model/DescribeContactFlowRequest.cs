namespace Amazon.Connect.Model;

/// <summary>The flow: its id, or id:$SAVED for what is saved but not published.</summary>
public partial class DescribeContactFlowRequest : AmazonConnectRequest
{
    public string ContactFlowId { get; set; }

    public string InstanceId { get; set; }
}
