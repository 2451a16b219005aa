namespace Amazon.AutoScaling.Model;

/// <summary>A metric that is measured.</summary>
public partial class EnabledMetric
{
    public string Granularity { get; set; }

    public string Metric { get; set; }
}
