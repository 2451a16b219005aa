using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>What all requests to Amazon Connect have in common.</summary>
public partial class AmazonConnectRequest : AmazonWebServiceRequest { }
