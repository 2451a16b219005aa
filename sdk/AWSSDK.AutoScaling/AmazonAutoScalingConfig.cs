using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.AutoScaling;

/// <summary>How to reach Amazon EC2 Auto Scaling.</summary>
public partial class AmazonAutoScalingConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonAutoScalingConfig()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "autoscaling";
        EndpointProvider = new RegionalEndpointProvider("autoscaling");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_AUTO_SCALING, services.auto_scaling.</summary>
    public static new string ServiceId => "Auto Scaling";

    public override string RegionEndpointServiceName => "autoscaling";

    public override string ServiceVersion => "2011-01-01";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
