using System.Threading;
using System.Threading.Tasks;
using Amazon.ECR.Model;
using Amazon.ECR.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ECR;

/// <summary>A client of Amazon ECR. It may be shared between threads.</summary>
public partial class AmazonECRClient : AmazonServiceClient, IAmazonECR
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonECRClient()
        : this(new AmazonECRConfig()) { }

    public AmazonECRClient(RegionEndpoint region)
        : this(new AmazonECRConfig { RegionEndpoint = region }) { }

    public AmazonECRClient(AmazonECRConfig config)
        : base(config) { }

    public AmazonECRClient(AWSCredentials credentials)
        : this(credentials, new AmazonECRConfig()) { }

    public AmazonECRClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECRConfig { RegionEndpoint = region }) { }

    public AmazonECRClient(AWSCredentials credentials, AmazonECRConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonECRConfig.ServiceId);

    public virtual Task<DescribeImagesResponse> DescribeImagesAsync(
        DescribeImagesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeImagesResponse>(request, Operations.DescribeImages, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
