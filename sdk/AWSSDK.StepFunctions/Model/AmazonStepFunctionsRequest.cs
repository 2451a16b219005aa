using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>What all requests to Step Functions have in common.</summary>
public partial class AmazonStepFunctionsRequest : AmazonWebServiceRequest { }
