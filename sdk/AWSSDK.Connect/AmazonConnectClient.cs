using System.Threading;
using System.Threading.Tasks;
using Amazon.Connect.Model;
using Amazon.Connect.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Connect;

/// <summary>A client of Amazon Connect. It may be shared between threads.</summary>
public partial class AmazonConnectClient : AmazonServiceClient, IAmazonConnect
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonConnectClient()
        : this(new AmazonConnectConfig()) { }

    public AmazonConnectClient(RegionEndpoint region)
        : this(new AmazonConnectConfig { RegionEndpoint = region }) { }

    public AmazonConnectClient(AmazonConnectConfig config)
        : base(config) { }

    public AmazonConnectClient(AWSCredentials credentials)
        : this(credentials, new AmazonConnectConfig()) { }

    public AmazonConnectClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonConnectConfig { RegionEndpoint = region }) { }

    public AmazonConnectClient(AWSCredentials credentials, AmazonConnectConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonConnectConfig.ServiceId);

    public virtual Task<AssociateLambdaFunctionResponse> AssociateLambdaFunctionAsync(
        AssociateLambdaFunctionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<AssociateLambdaFunctionResponse>(request, Operations.AssociateLambdaFunction, cancellationToken);

    public virtual Task<CreateContactFlowResponse> CreateContactFlowAsync(
        CreateContactFlowRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateContactFlowResponse>(request, Operations.CreateContactFlow, cancellationToken);

    public virtual Task<CreateContactFlowModuleResponse> CreateContactFlowModuleAsync(
        CreateContactFlowModuleRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateContactFlowModuleResponse>(request, Operations.CreateContactFlowModule, cancellationToken);

    public virtual Task<DescribeContactFlowResponse> DescribeContactFlowAsync(
        DescribeContactFlowRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeContactFlowResponse>(request, Operations.DescribeContactFlow, cancellationToken);

    public virtual Task<DescribeContactFlowModuleResponse> DescribeContactFlowModuleAsync(
        DescribeContactFlowModuleRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DescribeContactFlowModuleResponse>(
            request,
            Operations.DescribeContactFlowModule,
            cancellationToken
        );

    public virtual Task<DescribeInstanceResponse> DescribeInstanceAsync(
        DescribeInstanceRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeInstanceResponse>(request, Operations.DescribeInstance, cancellationToken);

    public virtual Task<DisassociateLambdaFunctionResponse> DisassociateLambdaFunctionAsync(
        DisassociateLambdaFunctionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DisassociateLambdaFunctionResponse>(
            request,
            Operations.DisassociateLambdaFunction,
            cancellationToken
        );

    public virtual Task<ListContactFlowModulesResponse> ListContactFlowModulesAsync(
        ListContactFlowModulesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListContactFlowModulesResponse>(request, Operations.ListContactFlowModules, cancellationToken);

    public virtual Task<ListContactFlowsResponse> ListContactFlowsAsync(
        ListContactFlowsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListContactFlowsResponse>(request, Operations.ListContactFlows, cancellationToken);

    public virtual Task<ListInstancesResponse> ListInstancesAsync(
        ListInstancesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListInstancesResponse>(request, Operations.ListInstances, cancellationToken);

    public virtual Task<ListLambdaFunctionsResponse> ListLambdaFunctionsAsync(
        ListLambdaFunctionsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListLambdaFunctionsResponse>(request, Operations.ListLambdaFunctions, cancellationToken);

    public virtual Task<UpdateContactFlowContentResponse> UpdateContactFlowContentAsync(
        UpdateContactFlowContentRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateContactFlowContentResponse>(request, Operations.UpdateContactFlowContent, cancellationToken);

    public virtual Task<UpdateContactFlowMetadataResponse> UpdateContactFlowMetadataAsync(
        UpdateContactFlowMetadataRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<UpdateContactFlowMetadataResponse>(
            request,
            Operations.UpdateContactFlowMetadata,
            cancellationToken
        );

    public virtual Task<UpdateContactFlowModuleContentResponse> UpdateContactFlowModuleContentAsync(
        UpdateContactFlowModuleContentRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<UpdateContactFlowModuleContentResponse>(
            request,
            Operations.UpdateContactFlowModuleContent,
            cancellationToken
        );

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
