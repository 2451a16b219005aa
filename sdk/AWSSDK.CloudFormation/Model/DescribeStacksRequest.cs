namespace Amazon.CloudFormation.Model;

/// <summary>The stack; all of them where none is named.</summary>
public partial class DescribeStacksRequest : AmazonCloudFormationRequest
{
    public string NextToken { get; set; }

    public string StackName { get; set; }
}
