using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ECS;

/// <summary>Amazon ECS: the operations that SonicBridge uses.</summary>
public partial interface IAmazonECS : IAmazonService, IDisposable
{
    /// <summary>Makes a revision inactive; tasks that run keep running.</summary>
    Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(
        DeregisterTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how clusters stand.</summary>
    Task<DescribeClustersResponse> DescribeClustersAsync(
        DescribeClustersRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how a cluster's instances stand and what room they have.</summary>
    Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(
        DescribeContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how services stand.</summary>
    Task<DescribeServicesResponse> DescribeServicesAsync(
        DescribeServicesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a task definition's whole content.</summary>
    Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how tasks stand.</summary>
    Task<DescribeTasksResponse> DescribeTasksAsync(
        DescribeTasksRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the ARNs of a cluster's instances.</summary>
    Task<ListContainerInstancesResponse> ListContainerInstancesAsync(
        ListContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the ARNs of a cluster's services.</summary>
    Task<ListServicesResponse> ListServicesAsync(
        ListServicesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the ARNs of task definitions.</summary>
    Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(
        ListTaskDefinitionsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the ARNs of tasks.</summary>
    Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds a revision to a family of task definitions.</summary>
    Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(
        RegisterTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Starts tasks where there is room for them.</summary>
    Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops a task.</summary>
    Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lets instances be drained, or take tasks again.</summary>
    Task<UpdateContainerInstancesStateResponse> UpdateContainerInstancesStateAsync(
        UpdateContainerInstancesStateRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes a service: its task definition, its number of tasks.</summary>
    Task<UpdateServiceResponse> UpdateServiceAsync(
        UpdateServiceRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECSConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonECSClient(awsCredentials, (AmazonECSConfig)clientConfig);
}
