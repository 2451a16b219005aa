using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Writes an error as the service's own protocol does, so that each SDK reads its name and message.</summary>
internal static class ErrorWriter
{
    // No browser reads this: quotes in a sentence may stay as they are.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task WriteAsync(HttpContext context, AwsProtocol protocol, AwsException error)
    {
        var response = context.Response;
        response.StatusCode = error.Status;
        // A body to HEAD would be read as the next answer on the connection.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        var body = new MemoryStream();
        switch (protocol)
        {
            case AwsProtocol.Json:
                response.ContentType = context.Request.ContentType ?? "application/x-amz-json-1.1";
                WriteJson(body, "__type", error.Code, error);
                break;
            case AwsProtocol.RestJson:
                response.ContentType = "application/json";
                response.Headers["x-amzn-ErrorType"] = error.Code;
                WriteJson(body, "Type", error.Status < 500 ? "User" : "Service", error);
                break;
            case AwsProtocol.RestXml:
                response.ContentType = "application/xml";
                WriteXml(body, error, context.TraceIdentifier, wrapped: false);
                break;
            default:
                response.ContentType = "text/xml";
                WriteXml(body, error, context.TraceIdentifier, wrapped: true);
                break;
        }

        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body.GetBuffer(), 0, (int)body.Length, context.RequestAborted);
    }

    private static void WriteJson(MemoryStream body, string kind, string value, AwsException error)
    {
        using var writer = new Utf8JsonWriter(body, Readable);
        writer.WriteStartObject();
        writer.WriteString(kind, value);
        writer.WriteString("message", error.Message);
        foreach (var (name, detail) in error.Details ?? [])
        {
            writer.WritePropertyName(name);
            (detail ?? throw new InvalidOperationException($"The detail '{name}' is null.")).WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteXml(MemoryStream body, AwsException error, string requestId, bool wrapped)
    {
        using var writer = XmlWriter.Create(body, AwsXml.Settings);
        if (wrapped)
        {
            writer.WriteStartElement("ErrorResponse");
        }

        writer.WriteStartElement("Error");
        if (wrapped)
        {
            writer.WriteElementString("Type", error.Status < 500 ? "Sender" : "Receiver");
        }

        writer.WriteElementString("Code", error.Code);
        writer.WriteElementString("Message", error.Message);
        if (wrapped)
        {
            writer.WriteEndElement();
        }

        writer.WriteElementString("RequestId", requestId);
        writer.WriteEndElement();
    }
}
