using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>Step Functions: the operations that SonicBridge uses.</summary>
public partial interface IAmazonStepFunctions : IAmazonService, IDisposable
{
    /// <summary>Tells how an execution stands.</summary>
    Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells what happened in an execution.</summary>
    Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the executions of a state machine.</summary>
    Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a task that waits for its token, badly.</summary>
    Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Says that the worker of a task is alive.</summary>
    Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(
        SendTaskHeartbeatRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a task that waits for its token, well.</summary>
    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Starts an execution of a state machine.</summary>
    Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonStepFunctionsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonStepFunctionsClient(awsCredentials, (AmazonStepFunctionsConfig)clientConfig);
}
