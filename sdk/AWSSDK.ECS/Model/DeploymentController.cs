namespace Amazon.ECS.Model;

/// <summary>Who carries deployments out.</summary>
public partial class DeploymentController
{
    public DeploymentControllerType Type { get; set; }
}
