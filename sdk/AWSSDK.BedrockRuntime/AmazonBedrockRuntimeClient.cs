using System.Threading;
using System.Threading.Tasks;
using Amazon.BedrockRuntime.Model;
using Amazon.BedrockRuntime.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.BedrockRuntime;

/// <summary>A client of the Amazon Bedrock runtime. It may be shared between threads.</summary>
public partial class AmazonBedrockRuntimeClient : AmazonServiceClient, IAmazonBedrockRuntime
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonBedrockRuntimeClient()
        : this(new AmazonBedrockRuntimeConfig()) { }

    public AmazonBedrockRuntimeClient(RegionEndpoint region)
        : this(new AmazonBedrockRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockRuntimeClient(AmazonBedrockRuntimeConfig config)
        : base(config) { }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials)
        : this(credentials, new AmazonBedrockRuntimeConfig()) { }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBedrockRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, AmazonBedrockRuntimeConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceName(AmazonBedrockRuntimeConfig.ServiceId);

    public virtual Task<InvokeModelWithBidirectionalStreamResponse> InvokeModelWithBidirectionalStreamAsync(
        InvokeModelWithBidirectionalStreamRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<InvokeModelWithBidirectionalStreamResponse>(
            request,
            Operations.InvokeModelWithBidirectionalStream,
            cancellationToken
        );

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService([.. AuthSchemeOption.DEFAULT_SIGV4, .. AuthSchemeOption.DEFAULT_BEARER]);
}
