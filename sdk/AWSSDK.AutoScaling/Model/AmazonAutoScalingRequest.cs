using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>What all requests to Amazon EC2 Auto Scaling have in common.</summary>
public partial class AmazonAutoScalingRequest : AmazonWebServiceRequest { }
