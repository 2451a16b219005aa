using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudFormation;

/// <summary>AWS CloudFormation: the operations that SonicBridge uses.</summary>
public partial interface IAmazonCloudFormation : IAmazonService, IDisposable
{
    /// <summary>Works out what a template would change.</summary>
    Task<CreateChangeSetResponse> CreateChangeSetAsync(
        CreateChangeSetRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a change set without making its changes.</summary>
    Task<DeleteChangeSetResponse> DeleteChangeSetAsync(
        DeleteChangeSetRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a stack and its resources.</summary>
    Task<DeleteStackResponse> DeleteStackAsync(
        DeleteStackRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells what a change set would change.</summary>
    Task<DescribeChangeSetResponse> DescribeChangeSetAsync(
        DescribeChangeSetRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells what happened to a stack, newest first.</summary>
    Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how stacks stand.</summary>
    Task<DescribeStacksResponse> DescribeStacksAsync(
        DescribeStacksRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes the changes of a change set.</summary>
    Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(
        ExecuteChangeSetRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists a stack's resources.</summary>
    Task<ListStackResourcesResponse> ListStackResourcesAsync(
        ListStackResourcesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudFormationConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonCloudFormationClient(awsCredentials, (AmazonCloudFormationConfig)clientConfig);
}
