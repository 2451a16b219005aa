using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

/// <summary>What all requests to the Amazon Bedrock runtime have in common.</summary>
public partial class AmazonBedrockRuntimeRequest : AmazonWebServiceRequest { }
