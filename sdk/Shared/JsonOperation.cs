using System;
using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.StandIns;

/// <summary>How a service names its operations on the wire.</summary>
/// <param name="ServiceName">The package's name, for the request's metrics.</param>
/// <param name="ApiVersion">The date of the service's model.</param>
/// <param name="ContentType">The media type of a request's body.</param>
/// <param name="TargetPrefix">The first part of X-Amz-Target, or null where the path names the operation.</param>
internal sealed record JsonProtocol(string ServiceName, string ApiVersion, string ContentType, string TargetPrefix)
{
    public IRequest NewRequest(AmazonWebServiceRequest input, string operation, string path)
    {
        var request = new DefaultRequest(input, ServiceName) { HttpMethod = "POST", ResourcePath = path };
        if (TargetPrefix is not null)
        {
            request.Headers["X-Amz-Target"] = $"{TargetPrefix}.{operation}";
        }

        request.Headers[HeaderKeys.ContentTypeHeader] = ContentType;
        request.Headers[HeaderKeys.XAmzApiVersion] = ApiVersion;
        return request;
    }
}

/// <summary>Writes one operation's input as the body of its request.</summary>
internal sealed class JsonMarshaller<TInput>(
    JsonProtocol protocol,
    string operation,
    string path,
    Action<Utf8JsonWriter, TInput> write
) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TInput : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = protocol.NewRequest(input, operation, path);
        request.Content = JsonBody.Of((TInput)input, write);
        return request;
    }
}

/// <summary>A request's body: one JSON object.</summary>
internal static class JsonBody
{
    public static byte[] Of<TInput>(TInput input, Action<Utf8JsonWriter, TInput> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write(writer, input);
            writer.WriteEndObject();
        }

        // The signer takes the body as an array of just its length.
        return body.WrittenSpan.ToArray();
    }
}
