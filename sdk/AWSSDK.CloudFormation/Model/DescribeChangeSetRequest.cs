namespace Amazon.CloudFormation.Model;

/// <summary>The change set.</summary>
public partial class DescribeChangeSetRequest : AmazonCloudFormationRequest
{
    public string ChangeSetName { get; set; }

    public bool? IncludePropertyValues { get; set; }

    public string NextToken { get; set; }

    public string StackName { get; set; }
}
