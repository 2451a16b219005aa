using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Connect;

/// <summary>Amazon Connect: the operations that SonicBridge uses.</summary>
public partial interface IAmazonConnect : IAmazonService, IDisposable
{
    /// <summary>Lets an instance's flows call a function.</summary>
    Task<AssociateLambdaFunctionResponse> AssociateLambdaFunctionAsync(
        AssociateLambdaFunctionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a flow.</summary>
    Task<CreateContactFlowResponse> CreateContactFlowAsync(
        CreateContactFlowRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a flow module.</summary>
    Task<CreateContactFlowModuleResponse> CreateContactFlowModuleAsync(
        CreateContactFlowModuleRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a flow with its content.</summary>
    Task<DescribeContactFlowResponse> DescribeContactFlowAsync(
        DescribeContactFlowRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a flow module with its content.</summary>
    Task<DescribeContactFlowModuleResponse> DescribeContactFlowModuleAsync(
        DescribeContactFlowModuleRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how an instance stands.</summary>
    Task<DescribeInstanceResponse> DescribeInstanceAsync(
        DescribeInstanceRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lets an instance's flows no longer call a function.</summary>
    Task<DisassociateLambdaFunctionResponse> DisassociateLambdaFunctionAsync(
        DisassociateLambdaFunctionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the flow modules of an instance.</summary>
    Task<ListContactFlowModulesResponse> ListContactFlowModulesAsync(
        ListContactFlowModulesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the flows of an instance.</summary>
    Task<ListContactFlowsResponse> ListContactFlowsAsync(
        ListContactFlowsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the instances of the account.</summary>
    Task<ListInstancesResponse> ListInstancesAsync(
        ListInstancesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the functions that an instance's flows may call.</summary>
    Task<ListLambdaFunctionsResponse> ListLambdaFunctionsAsync(
        ListLambdaFunctionsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces a flow's content.</summary>
    Task<UpdateContactFlowContentResponse> UpdateContactFlowContentAsync(
        UpdateContactFlowContentRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes a flow's name, description or state.</summary>
    Task<UpdateContactFlowMetadataResponse> UpdateContactFlowMetadataAsync(
        UpdateContactFlowMetadataRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces a flow module's content.</summary>
    Task<UpdateContactFlowModuleContentResponse> UpdateContactFlowModuleContentAsync(
        UpdateContactFlowModuleContentRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonConnectConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonConnectClient(awsCredentials, (AmazonConnectConfig)clientConfig);
}
