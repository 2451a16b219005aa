namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>How a target does, and why.</summary>
public partial class TargetHealth
{
    public string Description { get; set; }

    public TargetHealthReasonEnum Reason { get; set; }

    public TargetHealthStateEnum State { get; set; }
}
