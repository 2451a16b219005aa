namespace Amazon.CloudFormation.Model;

/// <summary>The change set.</summary>
public partial class ExecuteChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public string ClientRequestToken { get; set; }

    public bool? DisableRollback { get; set; }

    public bool? RetainExceptOnCreate { get; set; }

    public string StackName { get; set; }
}
