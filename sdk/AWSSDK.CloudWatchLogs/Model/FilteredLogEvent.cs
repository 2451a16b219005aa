namespace Amazon.CloudWatchLogs.Model;

/// <summary>A line that was found; its times are epoch milliseconds.</summary>
public partial class FilteredLogEvent
{
    public string EventId { get; set; }

    public long? IngestionTime { get; set; }

    public string LogStreamName { get; set; }

    public string Message { get; set; }

    public long? Timestamp { get; set; }
}
