using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>One page of alarms.</summary>
public partial class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    public List<CompositeAlarm> CompositeAlarms { get; set; } = Unset.List<CompositeAlarm>();

    public List<MetricAlarm> MetricAlarms { get; set; } = Unset.List<MetricAlarm>();

    public string NextToken { get; set; }
}
