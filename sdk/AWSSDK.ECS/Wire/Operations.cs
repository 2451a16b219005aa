using Amazon.ECS.Model;
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

    public static InvokeOptions DescribeTasks { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<DescribeTasksRequest>(
                Protocol,
                "DescribeTasks",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new JsonAnswer<DescribeTasksResponse>(
                Answers.DescribeTasksResponseOf,
                ServiceErrors.Read
            ),
        };

    public static InvokeOptions ListTasks { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<ListTasksRequest>(Protocol, "ListTasks", "/", Requests.Write),
            ResponseUnmarshaller = new JsonAnswer<ListTasksResponse>(Answers.ListTasksResponseOf, ServiceErrors.Read),
        };

    public static InvokeOptions RunTask { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<RunTaskRequest>(Protocol, "RunTask", "/", Requests.Write),
            ResponseUnmarshaller = new JsonAnswer<RunTaskResponse>(Answers.RunTaskResponseOf, ServiceErrors.Read),
        };

    public static InvokeOptions StopTask { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<StopTaskRequest>(Protocol, "StopTask", "/", Requests.Write),
            ResponseUnmarshaller = new JsonAnswer<StopTaskResponse>(Answers.StopTaskResponseOf, ServiceErrors.Read),
        };
}
