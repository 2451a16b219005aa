namespace Amazon.CloudWatchLogs.Model;

/// <summary>A log stream, and whether it was searched to its end.</summary>
public partial class SearchedLogStream
{
    public string LogStreamName { get; set; }

    public bool? SearchedCompletely { get; set; }
}
