using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly JsonProtocol Protocol = new(
        "Amazon.StepFunctions",
        "2016-11-23",
        "application/x-amz-json-1.0",
        "AWSStepFunctions"
    );

    public static InvokeOptions DescribeExecution { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<DescribeExecutionRequest>(
                Protocol,
                "DescribeExecution",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new JsonAnswer<DescribeExecutionResponse>(
                Answers.DescribeExecutionResponseOf,
                ServiceErrors.Read
            ),
        };

    public static InvokeOptions GetExecutionHistory { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<GetExecutionHistoryRequest>(
                Protocol,
                "GetExecutionHistory",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new JsonAnswer<GetExecutionHistoryResponse>(
                Answers.GetExecutionHistoryResponseOf,
                ServiceErrors.Read
            ),
        };

    public static InvokeOptions ListExecutions { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<ListExecutionsRequest>(
                Protocol,
                "ListExecutions",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new JsonAnswer<ListExecutionsResponse>(
                Answers.ListExecutionsResponseOf,
                ServiceErrors.Read
            ),
        };

    public static InvokeOptions SendTaskFailure { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<SendTaskFailureRequest>(
                Protocol,
                "SendTaskFailure",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new EmptyAnswer<SendTaskFailureResponse>(ServiceErrors.Read),
        };

    public static InvokeOptions SendTaskHeartbeat { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<SendTaskHeartbeatRequest>(
                Protocol,
                "SendTaskHeartbeat",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new EmptyAnswer<SendTaskHeartbeatResponse>(ServiceErrors.Read),
        };

    public static InvokeOptions SendTaskSuccess { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<SendTaskSuccessRequest>(
                Protocol,
                "SendTaskSuccess",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new EmptyAnswer<SendTaskSuccessResponse>(ServiceErrors.Read),
        };

    public static InvokeOptions StartExecution { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<StartExecutionRequest>(
                Protocol,
                "StartExecution",
                "/",
                Requests.Write
            ),
            ResponseUnmarshaller = new JsonAnswer<StartExecutionResponse>(
                Answers.StartExecutionResponseOf,
                ServiceErrors.Read
            ),
        };
}
