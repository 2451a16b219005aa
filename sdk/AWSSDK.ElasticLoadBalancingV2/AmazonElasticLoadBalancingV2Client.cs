using System.Threading;
using System.Threading.Tasks;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.ElasticLoadBalancingV2.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>A client of Elastic Load Balancing v2. It may be shared between threads.</summary>
public partial class AmazonElasticLoadBalancingV2Client : AmazonServiceClient, IAmazonElasticLoadBalancingV2
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonElasticLoadBalancingV2Client()
        : this(new AmazonElasticLoadBalancingV2Config()) { }

    public AmazonElasticLoadBalancingV2Client(RegionEndpoint region)
        : this(new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region }) { }

    public AmazonElasticLoadBalancingV2Client(AmazonElasticLoadBalancingV2Config config)
        : base(config) { }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials)
        : this(credentials, new AmazonElasticLoadBalancingV2Config()) { }

    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonElasticLoadBalancingV2Config { RegionEndpoint = region }) { }

    public AmazonElasticLoadBalancingV2Client(
        AWSCredentials credentials,
        AmazonElasticLoadBalancingV2Config clientConfig
    )
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceName(AmazonElasticLoadBalancingV2Config.ServiceId);

    public virtual Task<DescribeTargetGroupsResponse> DescribeTargetGroupsAsync(
        DescribeTargetGroupsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeTargetGroupsResponse>(request, Operations.DescribeTargetGroups, cancellationToken);

    public virtual Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(
        DescribeTargetHealthRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeTargetHealthResponse>(request, Operations.DescribeTargetHealth, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
