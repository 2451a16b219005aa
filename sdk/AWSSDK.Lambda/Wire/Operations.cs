using System;
using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly RestProtocol Protocol = new(
        "Amazon.Lambda",
        "2015-03-31",
        static message => new AmazonLambdaException(message)
    );

    public static InvokeOptions AddPermission { get; } =
        Of(
            new RestMarshaller<AddPermissionRequest>(
                Protocol,
                "POST",
                "/2015-03-31/functions/{FunctionName}/policy",
                Requests.Place,
                Requests.Write
            ),
            Answers.AddPermissionResponseOf
        );

    public static InvokeOptions CreateAlias { get; } =
        Of(
            new RestMarshaller<CreateAliasRequest>(
                Protocol,
                "POST",
                "/2015-03-31/functions/{FunctionName}/aliases",
                Requests.Place,
                Requests.Write
            ),
            Answers.CreateAliasResponseOf
        );

    public static InvokeOptions CreateFunction { get; } =
        Of(
            new RestMarshaller<CreateFunctionRequest>(Protocol, "POST", "/2015-03-31/functions", null, Requests.Write),
            Answers.CreateFunctionResponseOf
        );

    public static InvokeOptions DeleteAlias { get; } =
        Of<DeleteAliasRequest, DeleteAliasResponse>(
            new(Protocol, "DELETE", "/2015-03-31/functions/{FunctionName}/aliases/{Name}", Requests.Place)
        );

    public static InvokeOptions DeleteFunctionConcurrency { get; } =
        Of<DeleteFunctionConcurrencyRequest, DeleteFunctionConcurrencyResponse>(
            new(Protocol, "DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", Requests.Place)
        );

    public static InvokeOptions GetFunction { get; } =
        Of(
            new RestMarshaller<GetFunctionRequest>(
                Protocol,
                "GET",
                "/2015-03-31/functions/{FunctionName}",
                Requests.Place
            ),
            Answers.GetFunctionResponseOf
        );

    public static InvokeOptions GetFunctionConcurrency { get; } =
        Of(
            new RestMarshaller<GetFunctionConcurrencyRequest>(
                Protocol,
                "GET",
                "/2019-09-30/functions/{FunctionName}/concurrency",
                Requests.Place
            ),
            Answers.GetFunctionConcurrencyResponseOf
        );

    public static InvokeOptions GetFunctionConfiguration { get; } =
        Of(
            new RestMarshaller<GetFunctionConfigurationRequest>(
                Protocol,
                "GET",
                "/2015-03-31/functions/{FunctionName}/configuration",
                Requests.Place
            ),
            Answers.GetFunctionConfigurationResponseOf
        );

    public static InvokeOptions GetPolicy { get; } =
        Of(
            new RestMarshaller<GetPolicyRequest>(
                Protocol,
                "GET",
                "/2015-03-31/functions/{FunctionName}/policy",
                Requests.Place
            ),
            Answers.GetPolicyResponseOf
        );

    public static InvokeOptions Invoke { get; } =
        new()
        {
            RequestMarshaller = new RestMarshaller<InvokeRequest>(
                Protocol,
                "POST",
                "/2015-03-31/functions/{FunctionName}/invocations",
                Requests.Place
            ),
            ResponseUnmarshaller = new PayloadAnswer<InvokeResponse>(Answers.InvokeResponseOf, ServiceErrors.Read),
        };

    public static InvokeOptions ListAliases { get; } =
        Of(
            new RestMarshaller<ListAliasesRequest>(
                Protocol,
                "GET",
                "/2015-03-31/functions/{FunctionName}/aliases",
                Requests.Place
            ),
            Answers.ListAliasesResponseOf
        );

    public static InvokeOptions ListEventSourceMappings { get; } =
        Of(
            new RestMarshaller<ListEventSourceMappingsRequest>(
                Protocol,
                "GET",
                "/2015-03-31/event-source-mappings",
                Requests.Place
            ),
            Answers.ListEventSourceMappingsResponseOf
        );

    public static InvokeOptions ListTags { get; } =
        Of(
            new RestMarshaller<ListTagsRequest>(Protocol, "GET", "/2017-03-31/tags/{Resource}", Requests.Place),
            Answers.ListTagsResponseOf
        );

    public static InvokeOptions ListVersionsByFunction { get; } =
        Of(
            new RestMarshaller<ListVersionsByFunctionRequest>(
                Protocol,
                "GET",
                "/2015-03-31/functions/{FunctionName}/versions",
                Requests.Place
            ),
            Answers.ListVersionsByFunctionResponseOf
        );

    public static InvokeOptions PublishVersion { get; } =
        Of(
            new RestMarshaller<PublishVersionRequest>(
                Protocol,
                "POST",
                "/2015-03-31/functions/{FunctionName}/versions",
                Requests.Place,
                Requests.Write
            ),
            Answers.PublishVersionResponseOf
        );

    public static InvokeOptions PutFunctionConcurrency { get; } =
        Of(
            new RestMarshaller<PutFunctionConcurrencyRequest>(
                Protocol,
                "PUT",
                "/2017-10-31/functions/{FunctionName}/concurrency",
                Requests.Place,
                Requests.Write
            ),
            Answers.PutFunctionConcurrencyResponseOf
        );

    public static InvokeOptions RemovePermission { get; } =
        Of<RemovePermissionRequest, RemovePermissionResponse>(
            new(Protocol, "DELETE", "/2015-03-31/functions/{FunctionName}/policy/{StatementId}", Requests.Place)
        );

    public static InvokeOptions TagResource { get; } =
        Of<TagResourceRequest, TagResourceResponse>(
            new(Protocol, "POST", "/2017-03-31/tags/{Resource}", Requests.Place, Requests.Write)
        );

    public static InvokeOptions UntagResource { get; } =
        Of<UntagResourceRequest, UntagResourceResponse>(
            new(Protocol, "DELETE", "/2017-03-31/tags/{Resource}", Requests.Place)
        );

    public static InvokeOptions UpdateAlias { get; } =
        Of(
            new RestMarshaller<UpdateAliasRequest>(
                Protocol,
                "PUT",
                "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
                Requests.Place,
                Requests.Write
            ),
            Answers.UpdateAliasResponseOf
        );

    public static InvokeOptions UpdateFunctionCode { get; } =
        Of(
            new RestMarshaller<UpdateFunctionCodeRequest>(
                Protocol,
                "PUT",
                "/2015-03-31/functions/{FunctionName}/code",
                Requests.Place,
                Requests.Write
            ),
            Answers.UpdateFunctionCodeResponseOf
        );

    public static InvokeOptions UpdateFunctionConfiguration { get; } =
        Of(
            new RestMarshaller<UpdateFunctionConfigurationRequest>(
                Protocol,
                "PUT",
                "/2015-03-31/functions/{FunctionName}/configuration",
                Requests.Place,
                Requests.Write
            ),
            Answers.UpdateFunctionConfigurationResponseOf
        );

    private static InvokeOptions Of<TInput, TOutput>(RestMarshaller<TInput> request, Func<JsonElement, TOutput> read)
        where TInput : AmazonWebServiceRequest
        where TOutput : AmazonWebServiceResponse =>
        new() { RequestMarshaller = request, ResponseUnmarshaller = new JsonAnswer<TOutput>(read, ServiceErrors.Read) };

    private static InvokeOptions Of<TInput, TOutput>(RestMarshaller<TInput> request)
        where TInput : AmazonWebServiceRequest
        where TOutput : AmazonWebServiceResponse, new() =>
        new() { RequestMarshaller = request, ResponseUnmarshaller = new EmptyAnswer<TOutput>(ServiceErrors.Read) };
}
