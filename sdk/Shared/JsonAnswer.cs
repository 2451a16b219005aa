using System;
using System.IO;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIns;

/// <summary>Makes the exception that a service's error code stands for.</summary>
/// <param name="error">Code, message, request id and status.</param>
/// <param name="body">The error's whole body, for members beyond the message; undefined when it is no JSON object.</param>
internal delegate AmazonServiceException ErrorReader(ErrorResponse error, JsonElement body);

/// <summary>Reads one operation's answer, or its error.</summary>
internal class JsonAnswer<TOutput>(Func<JsonElement, TOutput> read, ErrorReader readError) : JsonResponseUnmarshaller
    where TOutput : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (input.IsEmptyResponse)
        {
            return read(default);
        }

        using var document = JsonDocument.Parse(input.Stream);
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        using var document = ParseOrNull(input.GetResponseBodyBytes());
        return readError(error, document?.RootElement ?? default);
    }

    private static JsonDocument ParseOrNull(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException)
        {
            // A proxy's page or a cut body: the code and the status still say what went wrong.
            return null;
        }
    }
}

/// <summary>An answer whose body is not the service's JSON, but one of its members.</summary>
internal class PayloadAnswer<TOutput>(Func<JsonUnmarshallerContext, TOutput> read, ErrorReader readError)
    : JsonAnswer<TOutput>(null, readError)
    where TOutput : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => read(input);
}

/// <summary>Hands an answer's body on as it arrives, unread.</summary>
internal sealed class StreamedAnswer<TOutput>(Func<JsonUnmarshallerContext, TOutput> read, ErrorReader readError)
    : PayloadAnswer<TOutput>(read, readError)
    where TOutput : AmazonWebServiceResponse
{
    public override bool HasStreamingProperty => true;

    protected override bool ShouldReadEntireResponse(IWebResponseData response, bool readEntireResponse) => false;
}

/// <summary>An answer that has nothing to say beyond its status.</summary>
internal sealed class EmptyAnswer<TOutput>(ErrorReader readError) : JsonAnswer<TOutput>(null, readError)
    where TOutput : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => new TOutput();
}
