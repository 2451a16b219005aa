using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.Connect;

/// <summary>How to reach Amazon Connect.</summary>
public partial class AmazonConnectConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonConnectConfig()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "connect";
        EndpointProvider = new RegionalEndpointProvider("connect");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_CONNECT, services.connect.</summary>
    public static new string ServiceId => "Connect";

    public override string RegionEndpointServiceName => "connect";

    public override string ServiceVersion => "2017-08-08";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
