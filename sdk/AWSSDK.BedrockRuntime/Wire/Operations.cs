using System.Net;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.StandIns;

namespace Amazon.BedrockRuntime.Wire;

/// <summary>How the operation is written and its answer read.</summary>
internal static class Operations
{
    public static InvokeOptions InvokeModelWithBidirectionalStream { get; } =
        new()
        {
            RequestMarshaller = new StreamMarshaller(),
            ResponseUnmarshaller = new StreamedAnswer<InvokeModelWithBidirectionalStreamResponse>(
                static context => new() { Body = new InvokeModelWithBidirectionalStreamOutput(context.Stream) },
                static (error, body) => ServiceErrors.Read(error.Code, error, body)
            ),
        };

    private sealed class StreamMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        // The body is an event stream, but this type is what the published package declares.
        private static readonly JsonProtocol Protocol = new(
            "Amazon.BedrockRuntime",
            "2023-09-30",
            "application/json",
            TargetPrefix: null
        );

        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var stream = (InvokeModelWithBidirectionalStreamRequest)input;
            if (stream.ModelId is null)
            {
                throw new AmazonBedrockRuntimeException("Request object does not have required field ModelId set");
            }

            var request = Protocol.NewRequest(
                input,
                "InvokeModelWithBidirectionalStream",
                "/model/{modelId}/invoke-with-bidirectional-stream"
            );
            request.AddPathResource("{modelId}", stream.ModelId);
            request.HttpProtocolVersion = HttpVersion.Version20;
            request.EventStreamPublisher = new InputPublisher(stream.BodyPublisher);
            return request;
        }
    }
}
