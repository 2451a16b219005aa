using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace SonicBridge.Testing;

/// <summary>
/// S3 in memory, behind the real client's type: objects, ETags and conditional requests as S3 has them. What is not
/// overridden here would go to a closed port of this machine.
/// </summary>
public sealed class InMemoryS3 : AmazonS3Client
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredObject> _objects = [];
    private readonly ConcurrentQueue<S3Call> _calls = new();

    public InMemoryS3()
        : base(
            new BasicAWSCredentials("nobody", "nothing"),
            new AmazonS3Config { ServiceURL = "http://127.0.0.1:1", ForcePathStyle = true }
        ) { }

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<S3Call> Calls => [.. _calls];

    /// <summary>Runs before each request is answered; throw here to make S3 fail, or write to win a race.</summary>
    public Action<S3Call> Before { get; set; } = static _ => { };

    /// <summary>The text of an object, or null when there is none.</summary>
    public string? Text(string key)
    {
        lock (_gate)
        {
            return _objects.TryGetValue(key, out var stored) ? Encoding.UTF8.GetString(stored.Body) : null;
        }
    }

    /// <summary>An object's tags, each as <c>key=value</c>; none when there is no such object.</summary>
    public IReadOnlyList<string> Tags(string key)
    {
        lock (_gate)
        {
            return _objects.TryGetValue(key, out var stored)
                ? [.. stored.Tags.Select(tag => $"{tag.Key}={tag.Value}")]
                : [];
        }
    }

    /// <summary>Puts an object without leaving a trace among the calls.</summary>
    public void Seed(string key, string text)
    {
        lock (_gate)
        {
            _objects[key] = StoredObject.Of(Encoding.UTF8.GetBytes(text));
        }
    }

    public override Task<GetObjectResponse> GetObjectAsync(
        GetObjectRequest request,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        Observe(new S3Call("GetObject", request.BucketName, request.Key));
        lock (_gate)
        {
            if (!_objects.TryGetValue(request.Key, out var stored))
            {
                throw Error("NoSuchKey", HttpStatusCode.NotFound);
            }

            if (request.EtagToNotMatch == stored.ETag)
            {
                throw Error("NotModified", HttpStatusCode.NotModified);
            }

            return Task.FromResult(
                new GetObjectResponse
                {
                    ETag = stored.ETag,
                    Key = request.Key,
                    BucketName = request.BucketName,
                    ResponseStream = new MemoryStream(stored.Body, writable: false),
                    ContentLength = stored.Body.Length,
                    HttpStatusCode = HttpStatusCode.OK,
                }
            );
        }
    }

    public override async Task<PutObjectResponse> PutObjectAsync(
        PutObjectRequest request,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body, cancellationToken);
        Observe(new S3Call("PutObject", request.BucketName, request.Key));
        lock (_gate)
        {
            var exists = _objects.TryGetValue(request.Key, out var stored);
            if (request.IfMatch is not null && !exists)
            {
                throw Error("NoSuchKey", HttpStatusCode.NotFound);
            }

            if ((request.IfNoneMatch == "*" && exists) || (request.IfMatch is { } etag && etag != stored!.ETag))
            {
                throw Error("PreconditionFailed", HttpStatusCode.PreconditionFailed);
            }

            var written = StoredObject.Of(body.ToArray(), request.TagSet);
            _objects[request.Key] = written;
            return new PutObjectResponse { ETag = written.ETag, HttpStatusCode = HttpStatusCode.OK };
        }
    }

    public override Task<ListObjectsV2Response> ListObjectsV2Async(
        ListObjectsV2Request request,
        CancellationToken cancellationToken = default
    )
    {
        Observe(new S3Call("ListObjectsV2", request.BucketName, request.Prefix));
        lock (_gate)
        {
            var objects = _objects
                .Keys.Where(key => key.StartsWith(request.Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(key => new S3Object { Key = key, Size = _objects[key].Body.Length })
                .ToList();
            return Task.FromResult(new ListObjectsV2Response { S3Objects = objects, IsTruncated = false });
        }
    }

    public override Task<DeleteObjectResponse> DeleteObjectAsync(
        DeleteObjectRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Observe(new S3Call("DeleteObject", request.BucketName, request.Key));
        lock (_gate)
        {
            _objects.Remove(request.Key);
            return Task.FromResult(new DeleteObjectResponse());
        }
    }

    /// <summary>An error as the SDK throws it.</summary>
    public static AmazonS3Exception Error(string code, HttpStatusCode status) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{code} ({(int)status})"),
            ErrorType.Unknown,
            code,
            "request",
            status
        );

    private void Observe(S3Call call)
    {
        _calls.Enqueue(call);
        Before(call);
    }

    private sealed record StoredObject(byte[] Body, string ETag, IReadOnlyList<Tag> Tags)
    {
        // In quotes, 32 digits, the same for the same bytes, as S3's are; which digest it is nobody may rely on.
        public static StoredObject Of(byte[] body, IReadOnlyList<Tag>? tags = null) =>
            new(body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"", tags ?? []);
    }
}

/// <summary>One request to S3.</summary>
public sealed record S3Call(string Operation, string Bucket, string Key);
