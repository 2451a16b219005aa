using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The revision as it is now.</summary>
public partial class DeregisterTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition TaskDefinition { get; set; }
}
