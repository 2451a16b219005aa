using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What all requests to Amazon CloudWatch Logs have in common.</summary>
public partial class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest { }
