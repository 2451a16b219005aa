namespace Amazon.CloudFormation.Model;

/// <summary>The change set.</summary>
public partial class DeleteChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public string StackName { get; set; }
}
