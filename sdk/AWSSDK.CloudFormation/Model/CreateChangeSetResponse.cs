using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The change set's and the stack's ARNs.</summary>
public partial class CreateChangeSetResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }

    public string StackId { get; set; }
}
