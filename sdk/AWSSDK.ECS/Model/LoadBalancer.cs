namespace Amazon.ECS.Model;

/// <summary>A target group that a service's tasks join.</summary>
public partial class LoadBalancer
{
    public string ContainerName { get; set; }

    public int? ContainerPort { get; set; }

    public string LoadBalancerName { get; set; }

    public string TargetGroupArn { get; set; }
}
