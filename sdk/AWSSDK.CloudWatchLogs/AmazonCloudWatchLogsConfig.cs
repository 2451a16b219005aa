using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>How to reach Amazon CloudWatch Logs.</summary>
public partial class AmazonCloudWatchLogsConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonCloudWatchLogsConfig()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "logs";
        EndpointProvider = new RegionalEndpointProvider("logs");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_CLOUDWATCH_LOGS, services.cloudwatch_logs.</summary>
    public static new string ServiceId => "CloudWatch Logs";

    public override string RegionEndpointServiceName => "logs";

    public override string ServiceVersion => "2014-03-28";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
