namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Whether a zonal shift overrides a target's health.</summary>
public partial class AdministrativeOverride
{
    public string Description { get; set; }

    public TargetAdministrativeOverrideReasonEnum Reason { get; set; }

    public TargetAdministrativeOverrideStateEnum State { get; set; }
}
