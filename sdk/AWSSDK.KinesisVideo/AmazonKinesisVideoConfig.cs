using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.KinesisVideo;

/// <summary>How to reach Kinesis Video Streams.</summary>
public partial class AmazonKinesisVideoConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.1.0");

    public AmazonKinesisVideoConfig()
        : base(new DefaultConfigurationProvider(ServiceDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "kinesisvideo";
        EndpointProvider = new RegionalEndpointProvider("kinesisvideo");
    }

    /// <summary>Names the service's settings: AWS_ENDPOINT_URL_KINESIS_VIDEO, services.kinesis_video.</summary>
    public static new string ServiceId => "Kinesis Video";

    public override string RegionEndpointServiceName => "kinesisvideo";

    public override string ServiceVersion => "2017-09-30";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.Resolve(this, parameters);
}
