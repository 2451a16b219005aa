namespace Amazon.CloudFormation.Model;

/// <summary>The stack; its ARN where it is deleted.</summary>
public partial class DescribeStackEventsRequest : AmazonCloudFormationRequest
{
    public string NextToken { get; set; }

    public string StackName { get; set; }
}
