using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>Writes S3's XML answers.</summary>
internal static class S3Xml
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The root of a request's document.</summary>
    /// <exception cref="AwsException">MalformedXML.</exception>
    public static XElement Read(RequestPayload payload)
    {
        try
        {
            // A reader of its own: XElement's would take document types, and so entities.
            using var reader = XmlReader.Create(payload.ToStream(), new XmlReaderSettings { CloseInput = true });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new AwsException("MalformedXML", "The XML you provided was not well-formed.");
        }
    }

    public static Task WriteAsync(HttpContext context, string root, Action<XmlWriter> write)
    {
        var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, AwsXml.Settings))
        {
            writer.WriteStartElement(root, Namespace);
            write(writer);
            writer.WriteEndElement();
        }

        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body.GetBuffer(), 0, (int)body.Length, context.RequestAborted);
    }
}
