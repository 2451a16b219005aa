using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>What all requests to Elastic Load Balancing v2 have in common.</summary>
public partial class AmazonElasticLoadBalancingV2Request : AmazonWebServiceRequest { }
