using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>Which bucket and object a request is for, by path (<c>/bucket/key</c>) or by host (<c>bucket.s3…</c>).</summary>
/// <param name="Bucket">Empty for the account itself.</param>
/// <param name="Key">Empty for the bucket itself.</param>
internal readonly record struct S3Address(string Bucket, string Key)
{
    private const int MaxKeyBytes = 1024;

    // From the raw target: a decoded path would have lost "..", "//" and encoded slashes, all of them legal in keys.
    public static S3Address Of(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = Uri.UnescapeDataString(target.Split('?', 2)[0].TrimStart('/'));
        var address = BucketOf(request.Host.Host) is { } bucket ? new S3Address(bucket, path) : ByPath(path);
        return System.Text.Encoding.UTF8.GetByteCount(address.Key) <= MaxKeyBytes
            ? address
            : throw new AwsException("KeyTooLongError", $"Your key is too long: it may have {MaxKeyBytes} bytes.");
    }

    private static S3Address ByPath(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new S3Address(path, "") : new S3Address(path[..slash], path[(slash + 1)..]);
    }

    /// <summary>The bucket of <c>bucket.s3.amazonaws.com</c>, <c>bucket.s3.us-east-1.amazonaws.com</c>, <c>bucket.localhost</c>.</summary>
    private static string? BucketOf(string host)
    {
        string[] endings =
        [
            $".s3.{LocalAccount.Region}.amazonaws.com",
            ".s3.amazonaws.com",
            ".s3.localhost",
            ".localhost",
        ];
        foreach (var ending in endings)
        {
            if (host.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && host.Length > ending.Length)
            {
                var bucket = host[..^ending.Length];
                return bucket == "s3" ? null : bucket;
            }
        }

        return null;
    }
}
