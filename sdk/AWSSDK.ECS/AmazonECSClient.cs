using System.Threading;
using System.Threading.Tasks;
using Amazon.ECS.Model;
using Amazon.ECS.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ECS;

/// <summary>A client of Amazon ECS. It may be shared between threads.</summary>
public partial class AmazonECSClient : AmazonServiceClient, IAmazonECS
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonECSClient()
        : this(new AmazonECSConfig()) { }

    public AmazonECSClient(RegionEndpoint region)
        : this(new AmazonECSConfig { RegionEndpoint = region }) { }

    public AmazonECSClient(AmazonECSConfig config)
        : base(config) { }

    public AmazonECSClient(AWSCredentials credentials)
        : this(credentials, new AmazonECSConfig()) { }

    public AmazonECSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonECSConfig { RegionEndpoint = region }) { }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonECSConfig.ServiceId);

    public virtual Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(
        DeregisterTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeregisterTaskDefinitionResponse>(request, Operations.DeregisterTaskDefinition, cancellationToken);

    public virtual Task<DescribeClustersResponse> DescribeClustersAsync(
        DescribeClustersRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeClustersResponse>(request, Operations.DescribeClusters, cancellationToken);

    public virtual Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(
        DescribeContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribeContainerInstancesResponse>(
            request,
            Operations.DescribeContainerInstances,
            cancellationToken
        );

    public virtual Task<DescribeServicesResponse> DescribeServicesAsync(
        DescribeServicesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeServicesResponse>(request, Operations.DescribeServices, cancellationToken);

    public virtual Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeTaskDefinitionResponse>(request, Operations.DescribeTaskDefinition, cancellationToken);

    public virtual Task<DescribeTasksResponse> DescribeTasksAsync(
        DescribeTasksRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeTasksResponse>(request, Operations.DescribeTasks, cancellationToken);

    public virtual Task<ListContainerInstancesResponse> ListContainerInstancesAsync(
        ListContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListContainerInstancesResponse>(request, Operations.ListContainerInstances, cancellationToken);

    public virtual Task<ListServicesResponse> ListServicesAsync(
        ListServicesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListServicesResponse>(request, Operations.ListServices, cancellationToken);

    public virtual Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(
        ListTaskDefinitionsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListTaskDefinitionsResponse>(request, Operations.ListTaskDefinitions, cancellationToken);

    public virtual Task<ListTasksResponse> ListTasksAsync(
        ListTasksRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListTasksResponse>(request, Operations.ListTasks, cancellationToken);

    public virtual Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(
        RegisterTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<RegisterTaskDefinitionResponse>(request, Operations.RegisterTaskDefinition, cancellationToken);

    public virtual Task<RunTaskResponse> RunTaskAsync(
        RunTaskRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<RunTaskResponse>(request, Operations.RunTask, cancellationToken);

    public virtual Task<StopTaskResponse> StopTaskAsync(
        StopTaskRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<StopTaskResponse>(request, Operations.StopTask, cancellationToken);

    public virtual Task<UpdateContainerInstancesStateResponse> UpdateContainerInstancesStateAsync(
        UpdateContainerInstancesStateRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<UpdateContainerInstancesStateResponse>(
            request,
            Operations.UpdateContainerInstancesState,
            cancellationToken
        );

    public virtual Task<UpdateServiceResponse> UpdateServiceAsync(
        UpdateServiceRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateServiceResponse>(request, Operations.UpdateService, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
