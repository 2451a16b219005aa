using System;
using System.IO;
using System.Threading.Tasks;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Util;

namespace Amazon.BedrockRuntime.Wire;

/// <summary>Makes a message of each event that the caller's publisher hands out; the core signs and sends it.</summary>
internal sealed class InputPublisher(Func<Task<IInvokeModelWithBidirectionalStreamInputEvent>> publisher)
    : EventStreamPublisher
{
    public override async Task<IEventStreamMessage> NextEventAsync()
    {
        // Null ends the asking. No empty closing frame is signed and sent, since the published package sends none.
        var input = await publisher();
        return input switch
        {
            null => null,
            BidirectionalInputPayloadPart part => CreateEventStreamMessage(
                eventType: "chunk",
                contentType: "application/json",
                marshalledEventHeaders: null,
                eventPayload: PayloadOf(part)
            ),
            _ => throw new AmazonClientException(
                $"{input.GetType().FullName} is no event of this stream: send a BidirectionalInputPayloadPart."
            ),
        };
    }

    private static byte[] PayloadOf(BidirectionalInputPayloadPart part)
    {
        var payload = new MemoryStream();
        using (var writer = CreateJsonMarshallerContext(payload).Writer)
        {
            writer.WriteStartObject();
            if (part.Bytes is not null)
            {
                writer.WritePropertyName("bytes");
                StringUtils.WriteBase64StringValue(writer, part.Bytes);
            }

            writer.WriteEndObject();
        }

        return payload.ToArray();
    }
}
