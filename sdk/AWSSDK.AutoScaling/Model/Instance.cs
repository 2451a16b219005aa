namespace Amazon.AutoScaling.Model;

/// <summary>An instance of a group.</summary>
public partial class Instance
{
    public string AvailabilityZone { get; set; }

    public string AvailabilityZoneId { get; set; }

    public string HealthStatus { get; set; }

    public string ImageId { get; set; }

    public string InstanceId { get; set; }

    public string InstanceType { get; set; }

    public string LaunchConfigurationName { get; set; }

    public LaunchTemplateSpecification LaunchTemplate { get; set; }

    public LifecycleState LifecycleState { get; set; }

    public bool? ProtectedFromScaleIn { get; set; }

    public string WeightedCapacity { get; set; }
}
