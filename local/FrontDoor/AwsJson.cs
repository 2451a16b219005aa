using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Reads and writes the JSON bodies of AWS's protocols.</summary>
public static class AwsJson
{
    /// <summary>Reads the body of a verified request; an empty one is <c>{}</c>.</summary>
    /// <exception cref="AwsException">SerializationException: the body is not of this shape; the message says where.</exception>
    public static T Read<T>(HttpContext context, JsonTypeInfo<T> shape)
    {
        var body = RequestPayload.Of(context).Bytes.Span;
        try
        {
            return JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body, shape)
                ?? throw new AwsException("SerializationException", "The body is null: expected a JSON object.");
        }
        catch (JsonException e)
        {
            throw new AwsException("SerializationException", $"The body is not what the operation takes: {e.Message}");
        }
    }

    /// <summary>Writes a body.</summary>
    /// <param name="contentType"><c>application/json</c> where the path names the operation.</param>
    public static Task WriteAsync<T>(
        HttpContext context,
        T value,
        JsonTypeInfo<T> shape,
        string contentType = "application/json"
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, shape);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
