namespace Amazon.ECS.Model;

/// <summary>How a service goes from one revision to the next.</summary>
public partial class DeploymentConfiguration
{
    public DeploymentAlarms Alarms { get; set; }

    public int? BakeTimeInMinutes { get; set; }

    public DeploymentCircuitBreaker DeploymentCircuitBreaker { get; set; }

    public int? MaximumPercent { get; set; }

    public int? MinimumHealthyPercent { get; set; }

    public DeploymentStrategy Strategy { get; set; }
}
