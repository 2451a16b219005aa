using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(Utf8JsonWriter json, FilterLogEventsRequest value)
    {
        json.Number("endTime", value.EndTime);
        json.Text("filterPattern", value.FilterPattern);
        json.Flag("interleaved", value.Interleaved);
        json.Number("limit", value.Limit);
        json.Text("logGroupIdentifier", value.LogGroupIdentifier);
        json.Text("logGroupName", value.LogGroupName);
        json.Text("logStreamNamePrefix", value.LogStreamNamePrefix);
        json.Texts("logStreamNames", value.LogStreamNames);
        json.Text("nextToken", value.NextToken);
        json.Number("startTime", value.StartTime);
        json.Flag("unmask", value.Unmask);
    }
}
