using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>Uploads in parts, as the <c>aws</c> CLI makes them of files over 8 MB.</summary>
internal sealed class MultipartUploads(S3Store store, TimeProvider clock)
{
    private const int MaxParts = 10_000;

    private readonly ConcurrentDictionary<string, Upload> _uploads = new();

    public Task BeginAsync(HttpContext context, S3Address address)
    {
        store.Required(address.Bucket);
        var id = Guid.NewGuid().ToString("N");
        _uploads[id] = new Upload(address, ObjectWriter.HeadersOf(context.Request));
        return S3Xml.WriteAsync(
            context,
            "InitiateMultipartUploadResult",
            writer =>
            {
                writer.WriteElementString("Bucket", address.Bucket);
                writer.WriteElementString("Key", address.Key);
                writer.WriteElementString("UploadId", id);
            }
        );
    }

    public Task PutPartAsync(HttpContext context, S3Address address)
    {
        var upload = Required(context, address);
        if (
            !int.TryParse(
                context.Request.Query["partNumber"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            ) || number is < 1 or > MaxParts
        )
        {
            throw S3Errors.InvalidArgument($"Part number must be an integer between 1 and {MaxParts}, inclusive");
        }

        var payload = RequestPayload.Of(context);
        var checksum = Checksums.Check(context.Request, payload);
        var etag = S3Store.ETagOf(payload.Bytes.Span);
        upload.Parts[number] = new Part(payload.Bytes, etag);
        context.Response.Headers.ETag = etag;
        if (checksum is not null)
        {
            context.Response.Headers[Checksums.Prefix + checksum.Algorithm] = checksum.Value;
        }

        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    public Task CompleteAsync(HttpContext context, S3Address address)
    {
        var upload = Required(context, address);
        var parts = PartsOf(RequestPayload.Of(context), upload);
        var content = new byte[parts.Sum(static part => part.Content.Length)];
        var position = 0;
        foreach (var part in parts)
        {
            part.Content.CopyTo(content.AsMemory(position));
            position += part.Content.Length;
        }

        var item = new StoredObject
        {
            Bucket = address.Bucket,
            Key = address.Key,
            Content = content,
            ETag = ETagOf(parts),
            LastModified = clock.GetUtcNow(),
            Headers = upload.Headers,
        };
        ObjectWriter.Put(store, item, ObjectWriter.ConditionOf(context.Request));
        _uploads.TryRemove(context.Request.Query["uploadId"].ToString(), out _);
        return S3Xml.WriteAsync(
            context,
            "CompleteMultipartUploadResult",
            writer =>
            {
                writer.WriteElementString("Location", $"/{address.Bucket}/{address.Key}");
                writer.WriteElementString("Bucket", address.Bucket);
                writer.WriteElementString("Key", address.Key);
                writer.WriteElementString("ETag", item.ETag);
            }
        );
    }

    public Task AbortAsync(HttpContext context, S3Address address)
    {
        Required(context, address);
        _uploads.TryRemove(context.Request.Query["uploadId"].ToString(), out _);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Upload Required(HttpContext context, S3Address address) =>
        _uploads.TryGetValue(context.Request.Query["uploadId"].ToString(), out var upload) && upload.Address == address
            ? upload
            : throw new AwsException(
                "NoSuchUpload",
                "The specified upload does not exist: it may have been aborted or completed.",
                StatusCodes.Status404NotFound
            );

    private static List<Part> PartsOf(RequestPayload payload, Upload upload)
    {
        var parts = new List<Part>();
        var before = 0;
        foreach (
            var element in S3Xml.Read(payload).Elements().Where(static element => element.Name.LocalName == "Part")
        )
        {
            var number = Child(element, "PartNumber");
            if (
                !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || !upload.Parts.TryGetValue(value, out var part)
                || !ETags.Match(Child(element, "ETag"), part.ETag)
            )
            {
                throw new AwsException("InvalidPart", $"Part {number} was not uploaded, or its ETag is another.");
            }

            if (value <= before)
            {
                throw new AwsException("InvalidPartOrder", "The list of parts was not in ascending order.");
            }

            before = value;
            parts.Add(part);
        }

        return parts.Count > 0 ? parts : throw new AwsException("MalformedXML", "You must specify at least one part");
    }

    private static string Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value ?? "";

#pragma warning disable CA5351 // MD5 is what S3 answers, not a protection.
    private static string ETagOf(List<Part> parts)
    {
        var hashes = parts.SelectMany(static part => Convert.FromHexString(part.ETag.Trim('"'))).ToArray();
        return $"\"{Convert.ToHexStringLower(MD5.HashData(hashes))}-{parts.Count}\"";
    }
#pragma warning restore CA5351

    private sealed record Upload(S3Address Address, Dictionary<string, string> Headers)
    {
        public ConcurrentDictionary<int, Part> Parts { get; } = new();
    }

    private sealed record Part(ReadOnlyMemory<byte> Content, string ETag);
}
