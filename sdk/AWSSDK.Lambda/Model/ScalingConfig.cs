namespace Amazon.Lambda.Model;

/// <summary>How many of a function may read a queue at once.</summary>
public partial class ScalingConfig
{
    public int? MaximumConcurrency { get; set; }
}
