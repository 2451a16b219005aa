using System;
using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly JsonProtocol Protocol = new(
        "Amazon.CloudWatchLogs",
        "2014-03-28",
        "application/x-amz-json-1.1",
        "Logs_20140328"
    );

    public static InvokeOptions FilterLogEvents { get; } =
        Of<FilterLogEventsRequest, FilterLogEventsResponse>(
            "FilterLogEvents",
            Requests.Write,
            Answers.FilterLogEventsResponseOf
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
