using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>A metric.</summary>
public partial class Metric
{
    public List<Dimension> Dimensions { get; set; } = Unset.List<Dimension>();

    public string MetricName { get; set; }

    public string Namespace { get; set; }
}
