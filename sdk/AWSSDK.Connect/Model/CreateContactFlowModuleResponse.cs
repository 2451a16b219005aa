using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The new module's id and ARN.</summary>
public partial class CreateContactFlowModuleResponse : AmazonWebServiceResponse
{
    public string Arn { get; set; }

    public string Id { get; set; }
}
