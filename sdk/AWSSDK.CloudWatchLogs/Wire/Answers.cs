using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static FilterLogEventsResponse FilterLogEventsResponseOf(JsonElement json) =>
        new()
        {
            Events = json.List("events", FilteredLogEventOf),
            NextToken = json.Text("nextToken"),
            SearchedLogStreams = json.List("searchedLogStreams", SearchedLogStreamOf),
        };

    public static FilteredLogEvent FilteredLogEventOf(JsonElement json) =>
        new()
        {
            EventId = json.Text("eventId"),
            IngestionTime = json.Long("ingestionTime"),
            LogStreamName = json.Text("logStreamName"),
            Message = json.Text("message"),
            Timestamp = json.Long("timestamp"),
        };

    public static SearchedLogStream SearchedLogStreamOf(JsonElement json) =>
        new() { LogStreamName = json.Text("logStreamName"), SearchedCompletely = json.Flag("searchedCompletely") };
}
