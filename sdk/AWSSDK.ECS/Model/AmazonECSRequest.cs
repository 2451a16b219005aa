using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>What all requests to Amazon ECS have in common.</summary>
public partial class AmazonECSRequest : AmazonWebServiceRequest { }
