using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>What all requests to AWS Lambda have in common.</summary>
public partial class AmazonLambdaRequest : AmazonWebServiceRequest { }
