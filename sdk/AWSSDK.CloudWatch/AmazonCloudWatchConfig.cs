using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.CloudWatch;

/// <summary>How to reach Amazon CloudWatch.</summary>
public partial class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonCloudWatchConfig()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new RegionalEndpointProvider("monitoring");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_CLOUDWATCH, services.cloudwatch.</summary>
    public static new string ServiceId => "CloudWatch";

    public override string RegionEndpointServiceName => "monitoring";

    public override string ServiceVersion => "2010-08-01";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
