using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>What all requests to AWS CloudFormation have in common.</summary>
public partial class AmazonCloudFormationRequest : AmazonWebServiceRequest { }
