using System.Threading;
using System.Threading.Tasks;
using Amazon.KinesisVideo.Model;
using Amazon.KinesisVideo.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.KinesisVideo;

/// <summary>A client of Kinesis Video Streams. It may be shared between threads.</summary>
public partial class AmazonKinesisVideoClient : AmazonServiceClient, IAmazonKinesisVideo
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonKinesisVideoClient()
        : this(new AmazonKinesisVideoConfig()) { }

    public AmazonKinesisVideoClient(RegionEndpoint region)
        : this(new AmazonKinesisVideoConfig { RegionEndpoint = region }) { }

    public AmazonKinesisVideoClient(AmazonKinesisVideoConfig config)
        : base(config) { }

    public AmazonKinesisVideoClient(AWSCredentials credentials)
        : this(credentials, new AmazonKinesisVideoConfig()) { }

    public AmazonKinesisVideoClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonKinesisVideoConfig { RegionEndpoint = region }) { }

    public AmazonKinesisVideoClient(AWSCredentials credentials, AmazonKinesisVideoConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonKinesisVideoConfig.ServiceId);

    public virtual Task<CreateStreamResponse> CreateStreamAsync(
        CreateStreamRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateStreamResponse>(request, Operations.CreateStream, cancellationToken);

    public virtual Task<DeleteStreamResponse> DeleteStreamAsync(
        DeleteStreamRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteStreamResponse>(request, Operations.DeleteStream, cancellationToken);

    public virtual Task<DescribeStreamResponse> DescribeStreamAsync(
        DescribeStreamRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeStreamResponse>(request, Operations.DescribeStream, cancellationToken);

    public virtual Task<GetDataEndpointResponse> GetDataEndpointAsync(
        GetDataEndpointRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetDataEndpointResponse>(request, Operations.GetDataEndpoint, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
