namespace Amazon.CloudFormation.Model;

/// <summary>The stack.</summary>
public partial class ListStackResourcesRequest : AmazonCloudFormationRequest
{
    public string NextToken { get; set; }

    public string StackName { get; set; }
}
