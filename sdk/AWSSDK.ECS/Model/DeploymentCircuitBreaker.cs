namespace Amazon.ECS.Model;

/// <summary>Whether a deployment that fails is stopped and undone.</summary>
public partial class DeploymentCircuitBreaker
{
    public bool? Enable { get; set; }

    public bool? Rollback { get; set; }
}
