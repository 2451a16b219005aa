using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Model;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Lambda;

/// <summary>A client of AWS Lambda. It may be shared between threads.</summary>
public partial class AmazonLambdaClient : AmazonServiceClient, IAmazonLambda
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonLambdaClient()
        : this(new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(RegionEndpoint region)
        : this(new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(AmazonLambdaConfig config)
        : base(config) { }

    public AmazonLambdaClient(AWSCredentials credentials)
        : this(credentials, new AmazonLambdaConfig()) { }

    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region }) { }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonLambdaConfig.ServiceId);

    public virtual Task<AddPermissionResponse> AddPermissionAsync(
        AddPermissionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<AddPermissionResponse>(request, Operations.AddPermission, cancellationToken);

    public virtual Task<CreateAliasResponse> CreateAliasAsync(
        CreateAliasRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateAliasResponse>(request, Operations.CreateAlias, cancellationToken);

    public virtual Task<CreateFunctionResponse> CreateFunctionAsync(
        CreateFunctionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateFunctionResponse>(request, Operations.CreateFunction, cancellationToken);

    public virtual Task<DeleteAliasResponse> DeleteAliasAsync(
        DeleteAliasRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteAliasResponse>(request, Operations.DeleteAlias, cancellationToken);

    public virtual Task<DeleteFunctionConcurrencyResponse> DeleteFunctionConcurrencyAsync(
        DeleteFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<DeleteFunctionConcurrencyResponse>(
            request,
            Operations.DeleteFunctionConcurrency,
            cancellationToken
        );

    public virtual Task<GetFunctionResponse> GetFunctionAsync(
        GetFunctionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetFunctionResponse>(request, Operations.GetFunction, cancellationToken);

    public virtual Task<GetFunctionConcurrencyResponse> GetFunctionConcurrencyAsync(
        GetFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetFunctionConcurrencyResponse>(request, Operations.GetFunctionConcurrency, cancellationToken);

    public virtual Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(
        GetFunctionConfigurationRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetFunctionConfigurationResponse>(request, Operations.GetFunctionConfiguration, cancellationToken);

    public virtual Task<GetPolicyResponse> GetPolicyAsync(
        GetPolicyRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetPolicyResponse>(request, Operations.GetPolicy, cancellationToken);

    public virtual Task<InvokeResponse> InvokeAsync(
        InvokeRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<InvokeResponse>(request, Operations.Invoke, cancellationToken);

    public virtual Task<ListAliasesResponse> ListAliasesAsync(
        ListAliasesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListAliasesResponse>(request, Operations.ListAliases, cancellationToken);

    public virtual Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(
        ListEventSourceMappingsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListEventSourceMappingsResponse>(request, Operations.ListEventSourceMappings, cancellationToken);

    public virtual Task<ListTagsResponse> ListTagsAsync(
        ListTagsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListTagsResponse>(request, Operations.ListTags, cancellationToken);

    public virtual Task<ListVersionsByFunctionResponse> ListVersionsByFunctionAsync(
        ListVersionsByFunctionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListVersionsByFunctionResponse>(request, Operations.ListVersionsByFunction, cancellationToken);

    public virtual Task<PublishVersionResponse> PublishVersionAsync(
        PublishVersionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<PublishVersionResponse>(request, Operations.PublishVersion, cancellationToken);

    public virtual Task<PutFunctionConcurrencyResponse> PutFunctionConcurrencyAsync(
        PutFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<PutFunctionConcurrencyResponse>(request, Operations.PutFunctionConcurrency, cancellationToken);

    public virtual Task<RemovePermissionResponse> RemovePermissionAsync(
        RemovePermissionRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<RemovePermissionResponse>(request, Operations.RemovePermission, cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<TagResourceResponse>(request, Operations.TagResource, cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UntagResourceResponse>(request, Operations.UntagResource, cancellationToken);

    public virtual Task<UpdateAliasResponse> UpdateAliasAsync(
        UpdateAliasRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateAliasResponse>(request, Operations.UpdateAlias, cancellationToken);

    public virtual Task<UpdateFunctionCodeResponse> UpdateFunctionCodeAsync(
        UpdateFunctionCodeRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateFunctionCodeResponse>(request, Operations.UpdateFunctionCode, cancellationToken);

    public virtual Task<UpdateFunctionConfigurationResponse> UpdateFunctionConfigurationAsync(
        UpdateFunctionConfigurationRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<UpdateFunctionConfigurationResponse>(
            request,
            Operations.UpdateFunctionConfiguration,
            cancellationToken
        );

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}
