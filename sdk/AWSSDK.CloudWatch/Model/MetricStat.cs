namespace Amazon.CloudWatch.Model;

/// <summary>A metric and how its values are brought together.</summary>
public partial class MetricStat
{
    public Metric Metric { get; set; }

    public int? Period { get; set; }

    public string Stat { get; set; }

    public StandardUnit Unit { get; set; }
}
