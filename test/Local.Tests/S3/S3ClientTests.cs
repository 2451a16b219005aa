using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CsCheck;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.S3;

/// <summary>The product's own S3 client against the local S3.</summary>
public sealed class S3ClientTests : IAsyncLifetime
{
    private const string Bucket = "calls";
    private readonly S3Store _store = new(TimeProvider.System);
    private AwsFrontDoor _door = null!;
    private AmazonS3Client _s3 = null!;

    public async ValueTask InitializeAsync()
    {
        _door = await ADoor.With(new S3Service(_store, TimeProvider.System));
        _s3 = new AmazonS3Client(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
            new AmazonS3Config { ServiceURL = _door.Http.ToString(), AuthenticationRegion = "us-east-1" }
        );
        await _s3.PutBucketAsync(Bucket, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        _s3.Dispose();
        await _door.DisposeAsync();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_is_what_is_read_with_its_MD5_as_ETag()
    {
        var put = await PutAsync("calls/1/prompts/0001.wav", "hello", "audio/wav");

        using var read = await _s3.GetObjectAsync(Bucket, "calls/1/prompts/0001.wav", Cancelled);
        (await TextOf(read)).ShouldBe("hello");
        read.ETag.ShouldBe("\"5d41402abc4b2a76b9719d911017c592\"");
        read.ETag.ShouldBe(put.ETag);
        read.Headers.ContentType.ShouldBe("audio/wav");
        _store
            .Find(Bucket, "calls/1/prompts/0001.wav")
            .ShouldNotBeNull()
            .Content.ToArray()
            .ShouldBe("hello"u8.ToArray());
    }

    [Fact]
    public async Task Read_of_the_version_at_hand_is_not_modified()
    {
        var put = await PutAsync("a", "1");

        var error = await Should.ThrowAsync<AmazonS3Exception>(() =>
            _s3.GetObjectAsync(
                new GetObjectRequest
                {
                    BucketName = Bucket,
                    Key = "a",
                    EtagToNotMatch = put.ETag,
                },
                Cancelled
            )
        );

        error.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Read_of_another_version_than_the_wanted_one_fails()
    {
        await PutAsync("a", "1");

        var error = await Should.ThrowAsync<AmazonS3Exception>(() =>
            _s3.GetObjectAsync(
                new GetObjectRequest
                {
                    BucketName = Bucket,
                    Key = "a",
                    EtagToMatch = "\"0\"",
                },
                Cancelled
            )
        );

        error.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Absent_object_and_bucket_are_named()
    {
        var noKey = await Should.ThrowAsync<NoSuchKeyException>(() => _s3.GetObjectAsync(Bucket, "none", Cancelled));
        var noBucket = await Should.ThrowAsync<AmazonS3Exception>(() => _s3.GetObjectAsync("none", "a", Cancelled));
        var noHead = await Should.ThrowAsync<AmazonS3Exception>(() =>
            _s3.GetObjectMetadataAsync(Bucket, "none", Cancelled)
        );

        noKey.ErrorCode.ShouldBe("NoSuchKey");
        noBucket.ErrorCode.ShouldBe("NoSuchBucket");
        noHead.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Put_if_absent_lets_one_writer_of_many_win()
    {
        var puts = Enumerable
            .Range(0, 8)
            .Select(async number =>
            {
                var request = Request("once", $"{number}");
                request.IfNoneMatch = "*";
                try
                {
                    await _s3.PutObjectAsync(request, Cancelled);
                    return $"{number}";
                }
                catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.PreconditionFailed)
                {
                    return null;
                }
            });

        var winners = (await Task.WhenAll(puts)).OfType<string>().ToList();

        winners.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(_store.Find(Bucket, "once")!.Content.Span).ShouldBe(winners[0]);
    }

    [Fact]
    public async Task Put_over_a_version_that_is_gone_fails_and_changes_nothing()
    {
        var first = await PutAsync("playlist", "1");
        await PutAsync("playlist", "2");
        var late = Request("playlist", "3");
        late.IfMatch = first.ETag;
        var nowhere = Request("nowhere", "3");
        nowhere.IfMatch = first.ETag;

        var lost = await Should.ThrowAsync<AmazonS3Exception>(() => _s3.PutObjectAsync(late, Cancelled));
        var absent = await Should.ThrowAsync<AmazonS3Exception>(() => _s3.PutObjectAsync(nowhere, Cancelled));

        lost.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        absent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Encoding.UTF8.GetString(_store.Find(Bucket, "playlist")!.Content.Span).ShouldBe("2");
    }

    [Theory]
    [InlineData(0, 3, "0123")]
    [InlineData(8, 99, "89")]
    [InlineData(9, 9, "9")]
    public async Task Range_of_an_object_is_read(long from, long to, string expected)
    {
        await PutAsync("digits", "0123456789");

        using var read = await _s3.GetObjectAsync(
            new GetObjectRequest
            {
                BucketName = Bucket,
                Key = "digits",
                ByteRange = new ByteRange(from, to),
            },
            Cancelled
        );

        (await TextOf(read)).ShouldBe(expected);
        read.HttpStatusCode.ShouldBe(HttpStatusCode.PartialContent);
        read.ContentRange.ShouldEndWith("/10");
    }

    [Fact]
    public async Task Range_beyond_the_end_is_not_satisfiable()
    {
        await PutAsync("digits", "0123456789");

        var error = await Should.ThrowAsync<AmazonS3Exception>(() =>
            _s3.GetObjectAsync(
                new GetObjectRequest
                {
                    BucketName = Bucket,
                    Key = "digits",
                    ByteRange = new ByteRange(10, 20),
                },
                Cancelled
            )
        );

        error.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task Any_key_can_be_put_read_and_listed()
    {
        string[] keys = ["a b", "ä/ö+ü", "x&y=z?", "100%", "~a//b", "emoji 😀", "quote'\"<>"];

        foreach (var key in keys)
        {
            await PutAsync(key, key);
            using var read = await _s3.GetObjectAsync(Bucket, key, Cancelled);
            (await TextOf(read)).ShouldBe(key);
        }

        var list = await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Cancelled);
        list.S3Objects.Select(static item => item.Key).ShouldBe(keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_of_a_list_with_a_delimiter_hold_each_entry_once()
    {
        foreach (var key in new[] { "calls/1/a", "calls/1/b", "calls/2/a", "calls/3", "calls/4", "other" })
        {
            await PutAsync(key, "");
        }

        var entries = new List<string>();
        string? token = null;
        do
        {
            var page = await _s3.ListObjectsV2Async(
                new ListObjectsV2Request
                {
                    BucketName = Bucket,
                    Prefix = "calls/",
                    Delimiter = "/",
                    MaxKeys = 1,
                    ContinuationToken = token,
                },
                Cancelled
            );
            page.KeyCount.ShouldBe(1);
            entries.AddRange(page.CommonPrefixes ?? []);
            entries.AddRange((page.S3Objects ?? []).Select(static item => item.Key));
            token = page.NextContinuationToken;
        } while (token is not null);

        entries.ShouldBe(["calls/1/", "calls/2/", "calls/3", "calls/4"]);
    }

    [Fact]
    public async Task Deleted_object_is_gone_and_deleting_again_is_no_error()
    {
        await PutAsync("a", "1");

        await _s3.DeleteObjectAsync(Bucket, "a", Cancelled);
        await _s3.DeleteObjectAsync(Bucket, "a", Cancelled);

        _store.Find(Bucket, "a").ShouldBeNull();
    }

    [Fact]
    public async Task Many_objects_are_deleted_at_once()
    {
        await PutAsync("a", "1");
        await PutAsync("b", "1");
        await PutAsync("c", "1");

        var deleted = await _s3.DeleteObjectsAsync(
            new DeleteObjectsRequest
            {
                BucketName = Bucket,
                Objects = [new KeyVersion { Key = "a" }, new KeyVersion { Key = "b" }],
            },
            Cancelled
        );

        deleted.DeletedObjects.Count.ShouldBe(2);
        _store.Bucket(Bucket)!.WithPrefix("").ShouldHaveSingleItem().Key.ShouldBe("c");
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task Checksum_is_verified_and_given_back(string algorithm)
    {
        var request = Request("sum", "123456789");
        request.ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm);

        await _s3.PutObjectAsync(request, Cancelled);

        // The client verifies what it gets back against the bytes.
        using var read = await _s3.GetObjectAsync(
            new GetObjectRequest
            {
                BucketName = Bucket,
                Key = "sum",
                ChecksumMode = ChecksumMode.ENABLED,
            },
            Cancelled
        );
        (await TextOf(read)).ShouldBe("123456789");
        _store.Find(Bucket, "sum")!.Checksum!.Algorithm.ShouldBe(algorithm.ToLowerInvariant());
    }

    [Fact]
    public async Task Wrong_checksum_is_a_bad_digest()
    {
        var request = Request("sum", "123456789");
        request.ChecksumCRC32 = "AAAAAA==";

        var error = await Should.ThrowAsync<AmazonS3Exception>(() => _s3.PutObjectAsync(request, Cancelled));

        error.ErrorCode.ShouldBe("BadDigest");
        _store.Find(Bucket, "sum").ShouldBeNull();
    }

    [Fact]
    public async Task Metadata_and_system_headers_come_back()
    {
        var request = Request("meta", "1");
        request.Metadata["contact"] = "abc";
        request.Headers.CacheControl = "no-store";
        request.Headers.ContentEncoding = "gzip";

        await _s3.PutObjectAsync(request, Cancelled);
        var head = await _s3.GetObjectMetadataAsync(Bucket, "meta", Cancelled);

        head.Metadata["contact"].ShouldBe("abc");
        head.Headers.CacheControl.ShouldBe("no-store");
        head.Headers.ContentEncoding.ShouldBe("gzip");
        head.ContentLength.ShouldBe(1);
    }

    [Fact]
    public async Task Upload_in_parts_is_one_object()
    {
        var content = Gen.Byte.Array[11 * 1024 * 1024].Single();
        var begun = await _s3.InitiateMultipartUploadAsync(Bucket, "big", Cancelled);
        var parts = new List<PartETag>();
        foreach (var (number, start, length) in new[] { (1, 0, 6 << 20), (2, 6 << 20, 5 << 20) })
        {
            var part = await _s3.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = Bucket,
                    Key = "big",
                    UploadId = begun.UploadId,
                    PartNumber = number,
                    InputStream = new MemoryStream(content, start, length),
                },
                Cancelled
            );
            parts.Add(new PartETag(number, part.ETag));
        }

        var done = await _s3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                BucketName = Bucket,
                Key = "big",
                UploadId = begun.UploadId,
                PartETags = parts,
            },
            Cancelled
        );

        done.ETag.ShouldEndWith("-2\"");
        _store.Find(Bucket, "big")!.Content.Span.SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task Presigned_address_opens_the_object_to_anyone()
    {
        await PutAsync("prompt.wav", "voice");
        var address = await _s3.GetPreSignedURLAsync(
            new GetPreSignedUrlRequest
            {
                BucketName = Bucket,
                Key = "prompt.wav",
                Expires = DateTime.UtcNow.AddMinutes(5),
                Protocol = Protocol.HTTP,
            }
        );
        using var client = new HttpClient();

        (await client.GetStringAsync(new Uri(address), Cancelled)).ShouldBe("voice");
        using var forged = await client.GetAsync(new Uri(address.Replace("prompt", "promptx")), Cancelled);
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Watcher_sees_each_put_until_it_is_disposed()
    {
        var seen = new List<string>();
        var watching = _store.Watch(item => seen.Add(item.Key));

        await PutAsync("a", "1");
        await PutAsync("b", "1");
        watching.Dispose();
        await PutAsync("c", "1");

        seen.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Sub_resource_that_is_not_offered_is_named()
    {
        var error = await Should.ThrowAsync<AmazonS3Exception>(() =>
            _s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = Bucket }, Cancelled)
        );

        error.Message.ShouldBe("The local S3 does not offer '?versioning'.");
    }

    [Fact]
    public async Task Bucket_with_objects_is_not_deleted()
    {
        await PutAsync("a", "1");

        var error = await Should.ThrowAsync<AmazonS3Exception>(() => _s3.DeleteBucketAsync(Bucket, Cancelled));
        error.ErrorCode.ShouldBe("BucketNotEmpty");

        await _s3.DeleteObjectAsync(Bucket, "a", Cancelled);
        await _s3.DeleteBucketAsync(Bucket, Cancelled);
        _store.Bucket(Bucket).ShouldBeNull();
    }

    private static PutObjectRequest Request(string key, string text, string? type = null) =>
        new()
        {
            BucketName = Bucket,
            Key = key,
            InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            ContentType = type,
        };

    private Task<PutObjectResponse> PutAsync(string key, string text, string? type = null) =>
        _s3.PutObjectAsync(Request(key, text, type), Cancelled);

    private static async Task<string> TextOf(GetObjectResponse response)
    {
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(Cancelled);
    }
}
