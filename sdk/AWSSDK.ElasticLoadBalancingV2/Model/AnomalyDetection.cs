namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Whether a target behaves otherwise than its neighbours.</summary>
public partial class AnomalyDetection
{
    public MitigationInEffectEnum MitigationInEffect { get; set; }

    public AnomalyResultEnum Result { get; set; }
}
