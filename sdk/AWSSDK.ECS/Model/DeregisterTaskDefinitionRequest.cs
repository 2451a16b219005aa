namespace Amazon.ECS.Model;

/// <summary>The revision, as family:revision or ARN.</summary>
public partial class DeregisterTaskDefinitionRequest : AmazonECSRequest
{
    public string TaskDefinition { get; set; }
}
