using System.Threading;
using System.Threading.Tasks;
using Amazon.AutoScaling.Model;
using Amazon.AutoScaling.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.AutoScaling;

/// <summary>A client of Amazon EC2 Auto Scaling. It may be shared between threads.</summary>
public partial class AmazonAutoScalingClient : AmazonServiceClient, IAmazonAutoScaling
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonAutoScalingClient()
        : this(new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(RegionEndpoint region)
        : this(new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(AmazonAutoScalingConfig config)
        : base(config) { }

    public AmazonAutoScalingClient(AWSCredentials credentials)
        : this(credentials, new AmazonAutoScalingConfig()) { }

    public AmazonAutoScalingClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAutoScalingConfig { RegionEndpoint = region }) { }

    public AmazonAutoScalingClient(AWSCredentials credentials, AmazonAutoScalingConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonAutoScalingConfig.ServiceId);

    public virtual Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribeAutoScalingGroupsResponse>(
            request,
            Operations.DescribeAutoScalingGroups,
            cancellationToken
        );

    public virtual Task<SetInstanceProtectionResponse> SetInstanceProtectionAsync(
        SetInstanceProtectionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<SetInstanceProtectionResponse>(request, Operations.SetInstanceProtection, cancellationToken);

    public virtual Task<UpdateAutoScalingGroupResponse> UpdateAutoScalingGroupAsync(
        UpdateAutoScalingGroupRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateAutoScalingGroupResponse>(request, Operations.UpdateAutoScalingGroup, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
