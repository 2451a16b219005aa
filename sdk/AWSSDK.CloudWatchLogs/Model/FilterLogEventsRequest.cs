using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The log group, and which of its lines; times are epoch milliseconds.</summary>
public partial class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    public long? EndTime { get; set; }

    public string FilterPattern { get; set; }

    public bool? Interleaved { get; set; }

    public int? Limit { get; set; }

    public string LogGroupIdentifier { get; set; }

    public string LogGroupName { get; set; }

    public string LogStreamNamePrefix { get; set; }

    public List<string> LogStreamNames { get; set; } = Unset.List<string>();

    public string NextToken { get; set; }

    public long? StartTime { get; set; }

    public bool? Unmask { get; set; }
}
