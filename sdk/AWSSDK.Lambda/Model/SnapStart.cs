namespace Amazon.Lambda.Model;

/// <summary>Which versions start from a snapshot.</summary>
public partial class SnapStart
{
    public SnapStartApplyOn ApplyOn { get; set; }
}
