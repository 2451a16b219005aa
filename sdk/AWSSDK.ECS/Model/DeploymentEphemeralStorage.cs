namespace Amazon.ECS.Model;

/// <summary>How a deployment's scratch space is encrypted.</summary>
public partial class DeploymentEphemeralStorage
{
    public string KmsKeyId { get; set; }
}
