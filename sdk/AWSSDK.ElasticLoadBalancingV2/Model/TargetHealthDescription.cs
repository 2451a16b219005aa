namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target and how it does.</summary>
public partial class TargetHealthDescription
{
    public AdministrativeOverride AdministrativeOverride { get; set; }

    public AnomalyDetection AnomalyDetection { get; set; }

    public string HealthCheckPort { get; set; }

    public TargetDescription Target { get; set; }

    public TargetHealth TargetHealth { get; set; }
}
