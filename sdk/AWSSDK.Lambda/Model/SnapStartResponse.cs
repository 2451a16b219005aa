namespace Amazon.Lambda.Model;

/// <summary>Which versions start from a snapshot, and whether this one does.</summary>
public partial class SnapStartResponse
{
    public SnapStartApplyOn ApplyOn { get; set; }

    public SnapStartOptimizationStatus OptimizationStatus { get; set; }
}
