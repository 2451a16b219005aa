using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>One page of lines.</summary>
public partial class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent> Events { get; set; } = Unset.List<FilteredLogEvent>();

    public string NextToken { get; set; }

    public List<SearchedLogStream> SearchedLogStreams { get; set; } = Unset.List<SearchedLogStream>();
}
