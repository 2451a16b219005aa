using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>S3 as its clients see it, over an <see cref="S3Store"/>: buckets, objects, conditional puts, multipart uploads.</summary>
public sealed class S3Service(S3Store store, TimeProvider clock) : IAwsService
{
    // Sub-resources of a bucket or object that change what a method means, and are not offered.
    private static readonly string[] NotOffered =
    [
        "acl",
        "cors",
        "lifecycle",
        "policy",
        "tagging",
        "versioning",
        "versions",
        "notification",
        "encryption",
        "website",
        "logging",
        "object-lock",
        "retention",
        "legal-hold",
        "select",
        "restore",
        "torrent",
        "attributes",
    ];

    private readonly ObjectReader _reader = new(store);
    private readonly ObjectWriter _writer = new(store, clock);
    private readonly MultipartUploads _uploads = new(store, clock);
    private readonly BucketOperations _buckets = new(store);

    public string SigningName => "s3";

    public Task HandleAsync(HttpContext context)
    {
        var address = S3Address.Of(context.Request);
        foreach (var name in NotOffered)
        {
            if (context.Request.Query.ContainsKey(name))
            {
                throw NotImplemented($"'?{name}'");
            }
        }

        return address switch
        {
            { Bucket: "" } => _buckets.ListAllAsync(context),
            { Key: "" } => OfBucketAsync(context, address.Bucket),
            _ => OfObjectAsync(context, address),
        };
    }

    private Task OfBucketAsync(HttpContext context, string bucket) =>
        context.Request.Method switch
        {
            "PUT" => _buckets.CreateAsync(context, bucket),
            "HEAD" => _buckets.HeadAsync(context, bucket),
            "DELETE" => _buckets.DeleteAsync(context, bucket),
            "GET" when context.Request.Query.ContainsKey("location") => _buckets.LocateAsync(context, bucket),
            "GET" => _buckets.ListAsync(context, bucket),
            "POST" when context.Request.Query.ContainsKey("delete") => _buckets.DeleteObjectsAsync(context, bucket),
            var method => throw NotImplemented($"{method} on a bucket"),
        };

    private Task OfObjectAsync(HttpContext context, S3Address address)
    {
        var query = context.Request.Query;
        return context.Request.Method switch
        {
            "GET" or "HEAD" => _reader.ReadAsync(context, address),
            "PUT" when query.ContainsKey("partNumber") => _uploads.PutPartAsync(context, address),
            "PUT" when context.Request.Headers.ContainsKey("x-amz-copy-source") => _writer.CopyAsync(context, address),
            "PUT" => _writer.PutAsync(context, address),
            "DELETE" when query.ContainsKey("uploadId") => _uploads.AbortAsync(context, address),
            "DELETE" => _writer.DeleteAsync(context, address),
            "POST" when query.ContainsKey("uploads") => _uploads.BeginAsync(context, address),
            "POST" when query.ContainsKey("uploadId") => _uploads.CompleteAsync(context, address),
            var method => throw NotImplemented($"{method} on an object"),
        };
    }

    private static AwsException NotImplemented(string what) =>
        new("NotImplemented", $"The local S3 does not offer {what}.", StatusCodes.Status501NotImplemented);
}
