namespace Amazon.CloudWatch.Model;

/// <summary>What a metric is measured of.</summary>
public partial class Dimension
{
    public string Name { get; set; }

    public string Value { get; set; }
}
