using System.Threading;
using System.Threading.Tasks;
using Amazon.KinesisVideoMedia.Model;
using Amazon.KinesisVideoMedia.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.KinesisVideoMedia;

/// <summary>A client of Kinesis Video Streams media. It may be shared between threads.</summary>
public partial class AmazonKinesisVideoMediaClient : AmazonServiceClient, IAmazonKinesisVideoMedia
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonKinesisVideoMediaClient()
        : this(new AmazonKinesisVideoMediaConfig()) { }

    public AmazonKinesisVideoMediaClient(RegionEndpoint region)
        : this(new AmazonKinesisVideoMediaConfig { RegionEndpoint = region }) { }

    public AmazonKinesisVideoMediaClient(AmazonKinesisVideoMediaConfig config)
        : base(config) { }

    public AmazonKinesisVideoMediaClient(AWSCredentials credentials)
        : this(credentials, new AmazonKinesisVideoMediaConfig()) { }

    public AmazonKinesisVideoMediaClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonKinesisVideoMediaConfig { RegionEndpoint = region }) { }

    public AmazonKinesisVideoMediaClient(AWSCredentials credentials, AmazonKinesisVideoMediaConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceName(AmazonKinesisVideoMediaConfig.ServiceId);

    public virtual Task<GetMediaResponse> GetMediaAsync(
        GetMediaRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetMediaResponse>(request, Operations.GetMedia, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
