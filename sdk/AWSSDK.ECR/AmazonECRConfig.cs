using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.ECR;

/// <summary>How to reach Amazon ECR.</summary>
public partial class AmazonECRConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonECRConfig()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ecr";
        EndpointProvider = new RegionalEndpointProvider("api.ecr");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_ECR, services.ecr.</summary>
    public static new string ServiceId => "ECR";

    public override string RegionEndpointServiceName => "api.ecr";

    public override string ServiceVersion => "2015-09-21";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
