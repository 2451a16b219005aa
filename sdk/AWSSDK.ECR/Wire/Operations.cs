using System;
using System.Text.Json;
using Amazon.ECR.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ECR.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly JsonProtocol Protocol = new(
        "Amazon.ECR",
        "2015-09-21",
        "application/x-amz-json-1.1",
        "AmazonEC2ContainerRegistry_V20150921"
    );

    public static InvokeOptions DescribeImages { get; } =
        Of<DescribeImagesRequest, DescribeImagesResponse>(
            "DescribeImages",
            Requests.Write,
            Answers.DescribeImagesResponseOf
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
