using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.StepFunctions.Model;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions;

/// <summary>A client of Step Functions. It may be shared between threads.</summary>
public partial class AmazonStepFunctionsClient : AmazonServiceClient, IAmazonStepFunctions
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonStepFunctionsClient()
        : this(new AmazonStepFunctionsConfig()) { }

    public AmazonStepFunctionsClient(RegionEndpoint region)
        : this(new AmazonStepFunctionsConfig { RegionEndpoint = region }) { }

    public AmazonStepFunctionsClient(AmazonStepFunctionsConfig config)
        : base(config) { }

    public AmazonStepFunctionsClient(AWSCredentials credentials)
        : this(credentials, new AmazonStepFunctionsConfig()) { }

    public AmazonStepFunctionsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonStepFunctionsConfig { RegionEndpoint = region }) { }

    public AmazonStepFunctionsClient(AWSCredentials credentials, AmazonStepFunctionsConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonStepFunctionsConfig.ServiceId);

    public virtual Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeExecutionResponse>(request, Operations.DescribeExecution, cancellationToken);

    public virtual Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetExecutionHistoryResponse>(request, Operations.GetExecutionHistory, cancellationToken);

    public virtual Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListExecutionsResponse>(request, Operations.ListExecutions, cancellationToken);

    public virtual Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<SendTaskFailureResponse>(request, Operations.SendTaskFailure, cancellationToken);

    public virtual Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(
        SendTaskHeartbeatRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<SendTaskHeartbeatResponse>(request, Operations.SendTaskHeartbeat, cancellationToken);

    public virtual Task<SendTaskSuccessResponse> SendTaskSuccessAsync(
        SendTaskSuccessRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<SendTaskSuccessResponse>(request, Operations.SendTaskSuccess, cancellationToken);

    public virtual Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<StartExecutionResponse>(request, Operations.StartExecution, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
