namespace Amazon.Connect.Model;

/// <summary>The instance, and the state that matters.</summary>
public partial class ListContactFlowModulesRequest : AmazonConnectRequest
{
    public ContactFlowModuleState ContactFlowModuleState { get; set; }

    public string InstanceId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}
