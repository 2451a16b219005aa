using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>PutObject, CopyObject and DeleteObject.</summary>
internal sealed class ObjectWriter(S3Store store, TimeProvider clock)
{
    private const string Metadata = "x-amz-meta-";

    /// <summary>The system metadata that a writer may set.</summary>
    public static IReadOnlyList<string> KeptHeaders { get; } =
    ["Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires"];

    public Task PutAsync(HttpContext context, S3Address address)
    {
        var payload = RequestPayload.Of(context);
        var item = new StoredObject
        {
            Bucket = address.Bucket,
            Key = address.Key,
            Content = payload.Bytes,
            ETag = S3Store.ETagOf(payload.Bytes.Span),
            LastModified = clock.GetUtcNow(),
            Headers = HeadersOf(context.Request),
            Checksum = Checksums.Check(context.Request, payload),
        };
        Put(store, item, ConditionOf(context.Request));
        context.Response.Headers.ETag = item.ETag;
        if (item.Checksum is { } checksum)
        {
            context.Response.Headers[Checksums.Prefix + checksum.Algorithm] = checksum.Value;
            context.Response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }

        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    public Task CopyAsync(HttpContext context, S3Address address)
    {
        var source = Uri.UnescapeDataString(context.Request.Headers["x-amz-copy-source"].ToString().TrimStart('/'));
        var slash = source.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            throw S3Errors.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey"
            );
        }

        var key = source[(slash + 1)..];
        var original = store.Required(source[..slash]).Find(key) ?? throw S3Errors.NoSuchKey(key);
        var replaces = context.Request.Headers["x-amz-metadata-directive"] == "REPLACE";
        var copy = original with
        {
            Bucket = address.Bucket,
            Key = address.Key,
            LastModified = clock.GetUtcNow(),
            Headers = replaces ? HeadersOf(context.Request) : original.Headers,
        };
        Put(store, copy, ConditionOf(context.Request));
        return S3Xml.WriteAsync(
            context,
            "CopyObjectResult",
            writer =>
            {
                writer.WriteElementString("ETag", copy.ETag);
                writer.WriteElementString("LastModified", S3Xml.Time(copy.LastModified));
            }
        );
    }

    public Task DeleteAsync(HttpContext context, S3Address address)
    {
        store.Required(address.Bucket).Remove(address.Key);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <exception cref="AwsException">The condition does not hold, or there is no such bucket.</exception>
    public static void Put(S3Store store, StoredObject item, PutCondition condition)
    {
        switch (store.TryPut(item, condition))
        {
            case PutResult.NoBucket:
                throw S3Errors.NoSuchBucket(item.Bucket);
            case PutResult.NoObject:
                throw S3Errors.NoSuchKey(item.Key);
            case PutResult.ConditionFailed:
                throw S3Errors.PreconditionFailed(condition.IfAbsent ? "If-None-Match" : "If-Match");
        }
    }

    public static PutCondition ConditionOf(HttpRequest request)
    {
        string? absent = request.Headers.IfNoneMatch;
        return absent is null or "*"
            ? new PutCondition(request.Headers.IfMatch, absent is not null)
            : throw new AwsException(
                "NotImplemented",
                "If-None-Match on a put takes * only.",
                StatusCodes.Status501NotImplemented
            );
    }

    public static Dictionary<string, string> HeadersOf(HttpRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "binary/octet-stream",
        };
        foreach (var (name, value) in request.Headers)
        {
            if (KeptHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                headers[name] = value.ToString();
            }
            else if (name.StartsWith(Metadata, StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = value.ToString();
            }
        }

        // The transfer coding of the request is not the object's.
        if (headers.Remove("Content-Encoding", out var encodings))
        {
            var own = encodings
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(static encoding => encoding != "aws-chunked");
            if (string.Join(",", own) is { Length: > 0 } kept)
            {
                headers["Content-Encoding"] = kept;
            }
        }

        return headers;
    }
}
