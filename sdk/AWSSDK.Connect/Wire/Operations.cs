using System;
using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly RestProtocol Protocol = new(
        "Amazon.Connect",
        "2017-08-08",
        static message => new AmazonConnectException(message)
    );

    public static InvokeOptions AssociateLambdaFunction { get; } =
        Of<AssociateLambdaFunctionRequest, AssociateLambdaFunctionResponse>(
            new(Protocol, "PUT", "/instance/{InstanceId}/lambda-function", Requests.Place, Requests.Write)
        );

    public static InvokeOptions CreateContactFlow { get; } =
        Of(
            new RestMarshaller<CreateContactFlowRequest>(
                Protocol,
                "PUT",
                "/contact-flows/{InstanceId}",
                Requests.Place,
                Requests.Write
            ),
            Answers.CreateContactFlowResponseOf
        );

    public static InvokeOptions CreateContactFlowModule { get; } =
        Of(
            new RestMarshaller<CreateContactFlowModuleRequest>(
                Protocol,
                "PUT",
                "/contact-flow-modules/{InstanceId}",
                Requests.Place,
                Requests.Write
            ),
            Answers.CreateContactFlowModuleResponseOf
        );

    public static InvokeOptions DescribeContactFlow { get; } =
        Of(
            new RestMarshaller<DescribeContactFlowRequest>(
                Protocol,
                "GET",
                "/contact-flows/{InstanceId}/{ContactFlowId}",
                Requests.Place
            ),
            Answers.DescribeContactFlowResponseOf
        );

    public static InvokeOptions DescribeContactFlowModule { get; } =
        Of(
            new RestMarshaller<DescribeContactFlowModuleRequest>(
                Protocol,
                "GET",
                "/contact-flow-modules/{InstanceId}/{ContactFlowModuleId}",
                Requests.Place
            ),
            Answers.DescribeContactFlowModuleResponseOf
        );

    public static InvokeOptions DescribeInstance { get; } =
        Of(
            new RestMarshaller<DescribeInstanceRequest>(Protocol, "GET", "/instance/{InstanceId}", Requests.Place),
            Answers.DescribeInstanceResponseOf
        );

    public static InvokeOptions DisassociateLambdaFunction { get; } =
        Of<DisassociateLambdaFunctionRequest, DisassociateLambdaFunctionResponse>(
            new(Protocol, "DELETE", "/instance/{InstanceId}/lambda-function", Requests.Place)
        );

    public static InvokeOptions ListContactFlowModules { get; } =
        Of(
            new RestMarshaller<ListContactFlowModulesRequest>(
                Protocol,
                "GET",
                "/contact-flow-modules-summary/{InstanceId}",
                Requests.Place
            ),
            Answers.ListContactFlowModulesResponseOf
        );

    public static InvokeOptions ListContactFlows { get; } =
        Of(
            new RestMarshaller<ListContactFlowsRequest>(
                Protocol,
                "GET",
                "/contact-flows-summary/{InstanceId}",
                Requests.Place
            ),
            Answers.ListContactFlowsResponseOf
        );

    public static InvokeOptions ListInstances { get; } =
        Of(
            new RestMarshaller<ListInstancesRequest>(Protocol, "GET", "/instance", Requests.Place),
            Answers.ListInstancesResponseOf
        );

    public static InvokeOptions ListLambdaFunctions { get; } =
        Of(
            new RestMarshaller<ListLambdaFunctionsRequest>(
                Protocol,
                "GET",
                "/instance/{InstanceId}/lambda-functions",
                Requests.Place
            ),
            Answers.ListLambdaFunctionsResponseOf
        );

    public static InvokeOptions UpdateContactFlowContent { get; } =
        Of<UpdateContactFlowContentRequest, UpdateContactFlowContentResponse>(
            new(Protocol, "POST", "/contact-flows/{InstanceId}/{ContactFlowId}/content", Requests.Place, Requests.Write)
        );

    public static InvokeOptions UpdateContactFlowMetadata { get; } =
        Of<UpdateContactFlowMetadataRequest, UpdateContactFlowMetadataResponse>(
            new(
                Protocol,
                "POST",
                "/contact-flows/{InstanceId}/{ContactFlowId}/metadata",
                Requests.Place,
                Requests.Write
            )
        );

    public static InvokeOptions UpdateContactFlowModuleContent { get; } =
        Of<UpdateContactFlowModuleContentRequest, UpdateContactFlowModuleContentResponse>(
            new(
                Protocol,
                "POST",
                "/contact-flow-modules/{InstanceId}/{ContactFlowModuleId}/content",
                Requests.Place,
                Requests.Write
            )
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
