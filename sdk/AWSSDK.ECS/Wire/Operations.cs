using System;
using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly JsonProtocol Protocol = new(
        "Amazon.ECS",
        "2014-11-13",
        "application/x-amz-json-1.1",
        "AmazonEC2ContainerServiceV20141113"
    );

    public static InvokeOptions DeregisterTaskDefinition { get; } =
        Of<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>(
            "DeregisterTaskDefinition",
            Requests.Write,
            Answers.DeregisterTaskDefinitionResponseOf
        );

    public static InvokeOptions DescribeClusters { get; } =
        Of<DescribeClustersRequest, DescribeClustersResponse>(
            "DescribeClusters",
            Requests.Write,
            Answers.DescribeClustersResponseOf
        );

    public static InvokeOptions DescribeContainerInstances { get; } =
        Of<DescribeContainerInstancesRequest, DescribeContainerInstancesResponse>(
            "DescribeContainerInstances",
            Requests.Write,
            Answers.DescribeContainerInstancesResponseOf
        );

    public static InvokeOptions DescribeServices { get; } =
        Of<DescribeServicesRequest, DescribeServicesResponse>(
            "DescribeServices",
            Requests.Write,
            Answers.DescribeServicesResponseOf
        );

    public static InvokeOptions DescribeTaskDefinition { get; } =
        Of<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>(
            "DescribeTaskDefinition",
            Requests.Write,
            Answers.DescribeTaskDefinitionResponseOf
        );

    public static InvokeOptions DescribeTasks { get; } =
        Of<DescribeTasksRequest, DescribeTasksResponse>(
            "DescribeTasks",
            Requests.Write,
            Answers.DescribeTasksResponseOf
        );

    public static InvokeOptions ListContainerInstances { get; } =
        Of<ListContainerInstancesRequest, ListContainerInstancesResponse>(
            "ListContainerInstances",
            Requests.Write,
            Answers.ListContainerInstancesResponseOf
        );

    public static InvokeOptions ListServices { get; } =
        Of<ListServicesRequest, ListServicesResponse>("ListServices", Requests.Write, Answers.ListServicesResponseOf);

    public static InvokeOptions ListTaskDefinitions { get; } =
        Of<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>(
            "ListTaskDefinitions",
            Requests.Write,
            Answers.ListTaskDefinitionsResponseOf
        );

    public static InvokeOptions ListTasks { get; } =
        Of<ListTasksRequest, ListTasksResponse>("ListTasks", Requests.Write, Answers.ListTasksResponseOf);

    public static InvokeOptions RegisterTaskDefinition { get; } =
        Of<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>(
            "RegisterTaskDefinition",
            Requests.Write,
            Answers.RegisterTaskDefinitionResponseOf
        );

    public static InvokeOptions RunTask { get; } =
        Of<RunTaskRequest, RunTaskResponse>("RunTask", Requests.Write, Answers.RunTaskResponseOf);

    public static InvokeOptions StopTask { get; } =
        Of<StopTaskRequest, StopTaskResponse>("StopTask", Requests.Write, Answers.StopTaskResponseOf);

    public static InvokeOptions UpdateContainerInstancesState { get; } =
        Of<UpdateContainerInstancesStateRequest, UpdateContainerInstancesStateResponse>(
            "UpdateContainerInstancesState",
            Requests.Write,
            Answers.UpdateContainerInstancesStateResponseOf
        );

    public static InvokeOptions UpdateService { get; } =
        Of<UpdateServiceRequest, UpdateServiceResponse>(
            "UpdateService",
            Requests.Write,
            Answers.UpdateServiceResponseOf
        );

    private static InvokeOptions Of<TInput, TOutput>(
        string operation,
        Action<Utf8JsonWriter, TInput> write,
        Func<JsonElement, TOutput> read
    )
        where TInput : AmazonWebServiceRequest
        where TOutput : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new JsonMarshaller<TInput>(Protocol, operation, "/", write),
            ResponseUnmarshaller = new JsonAnswer<TOutput>(read, ServiceErrors.Read),
        };
}
