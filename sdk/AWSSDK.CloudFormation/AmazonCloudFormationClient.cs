using System.Threading;
using System.Threading.Tasks;
using Amazon.CloudFormation.Model;
using Amazon.CloudFormation.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudFormation;

/// <summary>A client of AWS CloudFormation. It may be shared between threads.</summary>
public partial class AmazonCloudFormationClient : AmazonServiceClient, IAmazonCloudFormation
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonCloudFormationClient()
        : this(new AmazonCloudFormationConfig()) { }

    public AmazonCloudFormationClient(RegionEndpoint region)
        : this(new AmazonCloudFormationConfig { RegionEndpoint = region }) { }

    public AmazonCloudFormationClient(AmazonCloudFormationConfig config)
        : base(config) { }

    public AmazonCloudFormationClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudFormationConfig()) { }

    public AmazonCloudFormationClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudFormationConfig { RegionEndpoint = region }) { }

    public AmazonCloudFormationClient(AWSCredentials credentials, AmazonCloudFormationConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceName(AmazonCloudFormationConfig.ServiceId);

    public virtual Task<CreateChangeSetResponse> CreateChangeSetAsync(
        CreateChangeSetRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateChangeSetResponse>(request, Operations.CreateChangeSet, cancellationToken);

    public virtual Task<DeleteChangeSetResponse> DeleteChangeSetAsync(
        DeleteChangeSetRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteChangeSetResponse>(request, Operations.DeleteChangeSet, cancellationToken);

    public virtual Task<DeleteStackResponse> DeleteStackAsync(
        DeleteStackRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteStackResponse>(request, Operations.DeleteStack, cancellationToken);

    public virtual Task<DescribeChangeSetResponse> DescribeChangeSetAsync(
        DescribeChangeSetRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeChangeSetResponse>(request, Operations.DescribeChangeSet, cancellationToken);

    public virtual Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeStackEventsResponse>(request, Operations.DescribeStackEvents, cancellationToken);

    public virtual Task<DescribeStacksResponse> DescribeStacksAsync(
        DescribeStacksRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeStacksResponse>(request, Operations.DescribeStacks, cancellationToken);

    public virtual Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(
        ExecuteChangeSetRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ExecuteChangeSetResponse>(request, Operations.ExecuteChangeSet, cancellationToken);

    public virtual Task<ListStackResourcesResponse> ListStackResourcesAsync(
        ListStackResourcesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListStackResourcesResponse>(request, Operations.ListStackResources, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
