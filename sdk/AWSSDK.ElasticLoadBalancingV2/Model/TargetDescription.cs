namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target.</summary>
public partial class TargetDescription
{
    public string AvailabilityZone { get; set; }

    public string Id { get; set; }

    public int? Port { get; set; }

    public string QuicServerId { get; set; }
}
