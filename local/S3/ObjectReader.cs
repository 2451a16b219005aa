using System.Globalization;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>GetObject and HeadObject, with conditions and one range.</summary>
internal sealed class ObjectReader(S3Store store)
{
    public Task ReadAsync(HttpContext context, S3Address address)
    {
        var (request, response) = (context.Request, context.Response);
        var item = store.Required(address.Bucket).Find(address.Key) ?? throw S3Errors.NoSuchKey(address.Key);
        var modified = !Conditions.IsUnchanged(request.Headers, item);
        WriteHeaders(request, response, item);
        if (!modified)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var content = item.Content;
        if (ContentRange.TryParse(request.Headers.Range, content.Length, out var range))
        {
            if (range.Length == 0)
            {
                throw new AwsException(
                    "InvalidRange",
                    $"The requested range is not satisfiable: the object has {content.Length} bytes.",
                    StatusCodes.Status416RangeNotSatisfiable
                );
            }

            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {range.Start}-{range.Start + range.Length - 1}/{content.Length}";
            content = content.Slice(range.Start, range.Length);
        }
        else if (item.Checksum is { } checksum && request.Headers["x-amz-checksum-mode"] == "ENABLED")
        {
            response.Headers[Checksums.Prefix + checksum.Algorithm] = checksum.Value;
            response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }

        response.ContentLength = content.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static void WriteHeaders(HttpRequest request, HttpResponse response, StoredObject item)
    {
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = item.ETag;
        response.Headers.LastModified = item.LastModified.ToString("R", CultureInfo.InvariantCulture);
        foreach (var (name, value) in item.Headers)
        {
            response.Headers[name] = value;
        }

        // A presigned address may say how the object is to be shown.
        foreach (var name in ObjectWriter.KeptHeaders)
        {
            if (request.Query.TryGetValue($"response-{name.ToLowerInvariant()}", out var value))
            {
                response.Headers[name] = value;
            }
        }
    }
}
