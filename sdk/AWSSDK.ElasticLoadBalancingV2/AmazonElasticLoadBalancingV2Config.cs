using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>How to reach Elastic Load Balancing v2.</summary>
public partial class AmazonElasticLoadBalancingV2Config : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonElasticLoadBalancingV2Config()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "elasticloadbalancing";
        EndpointProvider = new RegionalEndpointProvider("elasticloadbalancing");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2, services.elastic_load_balancing_v2.</summary>
    public static new string ServiceId => "Elastic Load Balancing v2";

    public override string RegionEndpointServiceName => "elasticloadbalancing";

    public override string ServiceVersion => "2015-12-01";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
