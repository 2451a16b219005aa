using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>What all requests to Amazon ECR have in common.</summary>
public partial class AmazonECRRequest : AmazonWebServiceRequest { }
