using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>Which alarms.</summary>
public partial class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    public string ActionPrefix { get; set; }

    public string AlarmNamePrefix { get; set; }

    public List<string> AlarmNames { get; set; } = Unset.List<string>();

    public List<string> AlarmTypes { get; set; } = Unset.List<string>();

    public string ChildrenOfAlarmName { get; set; }

    public int? MaxRecords { get; set; }

    public string NextToken { get; set; }

    public string ParentsOfAlarmName { get; set; }

    public StateValue StateValue { get; set; }
}
