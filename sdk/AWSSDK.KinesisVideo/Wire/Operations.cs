using System;
using System.Text.Json;
using Amazon.KinesisVideo.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly RestProtocol Protocol = new(
        "Amazon.KinesisVideo",
        "2017-09-30",
        static message => new AmazonKinesisVideoException(message)
    );

    public static InvokeOptions CreateStream { get; } =
        Of(
            new RestMarshaller<CreateStreamRequest>(Protocol, "POST", "/createStream", null, Requests.Write),
            Answers.CreateStreamResponseOf
        );

    public static InvokeOptions DeleteStream { get; } =
        Of<DeleteStreamRequest, DeleteStreamResponse>(new(Protocol, "POST", "/deleteStream", null, Requests.Write));

    public static InvokeOptions DescribeStream { get; } =
        Of(
            new RestMarshaller<DescribeStreamRequest>(Protocol, "POST", "/describeStream", null, Requests.Write),
            Answers.DescribeStreamResponseOf
        );

    public static InvokeOptions GetDataEndpoint { get; } =
        Of(
            new RestMarshaller<GetDataEndpointRequest>(Protocol, "POST", "/getDataEndpoint", null, Requests.Write),
            Answers.GetDataEndpointResponseOf
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
