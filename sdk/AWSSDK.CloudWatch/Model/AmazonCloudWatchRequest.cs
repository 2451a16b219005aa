using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>What all requests to Amazon CloudWatch have in common.</summary>
public partial class AmazonCloudWatchRequest : AmazonWebServiceRequest { }
