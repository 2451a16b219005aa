using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Lambda;

/// <summary>AWS Lambda: the operations that SonicBridge uses.</summary>
public partial interface IAmazonLambda : IAmazonService, IDisposable
{
    /// <summary>Lets a service or an account use a function.</summary>
    Task<AddPermissionResponse> AddPermissionAsync(
        AddPermissionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a name for a version.</summary>
    Task<CreateAliasResponse> CreateAliasAsync(
        CreateAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a function.</summary>
    Task<CreateFunctionResponse> CreateFunctionAsync(
        CreateFunctionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes an alias.</summary>
    Task<DeleteAliasResponse> DeleteAliasAsync(
        DeleteAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a function's reserved concurrency back.</summary>
    Task<DeleteFunctionConcurrencyResponse> DeleteFunctionConcurrencyAsync(
        DeleteFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a function's configuration, tags and reserved concurrency, and where its code can be fetched.</summary>
    Task<GetFunctionResponse> GetFunctionAsync(
        GetFunctionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a function's reserved concurrency.</summary>
    Task<GetFunctionConcurrencyResponse> GetFunctionConcurrencyAsync(
        GetFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a function's configuration.</summary>
    Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(
        GetFunctionConfigurationRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a function's policy.</summary>
    Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Runs a function.</summary>
    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a function's aliases.</summary>
    Task<ListAliasesResponse> ListAliasesAsync(
        ListAliasesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the streams and queues that a function reads.</summary>
    Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(
        ListEventSourceMappingsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists a function's tags.</summary>
    Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a function's versions.</summary>
    Task<ListVersionsByFunctionResponse> ListVersionsByFunctionAsync(
        ListVersionsByFunctionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a version, which nothing changes any more.</summary>
    Task<PublishVersionResponse> PublishVersionAsync(
        PublishVersionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reserves concurrency for a function.</summary>
    Task<PutFunctionConcurrencyResponse> PutFunctionConcurrencyAsync(
        PutFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Takes a statement out of a function's policy.</summary>
    Task<RemovePermissionResponse> RemovePermissionAsync(
        RemovePermissionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds tags to a function.</summary>
    Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Takes tags off a function.</summary>
    Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lets a name stand for another version.</summary>
    Task<UpdateAliasResponse> UpdateAliasAsync(
        UpdateAliasRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces the code of the unpublished version.</summary>
    Task<UpdateFunctionCodeResponse> UpdateFunctionCodeAsync(
        UpdateFunctionCodeRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes the configuration of the unpublished version.</summary>
    Task<UpdateFunctionConfigurationResponse> UpdateFunctionConfigurationAsync(
        UpdateFunctionConfigurationRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonLambdaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonLambdaClient(awsCredentials, (AmazonLambdaConfig)clientConfig);
}
