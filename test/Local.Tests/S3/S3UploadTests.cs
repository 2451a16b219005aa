using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CsCheck;

namespace SonicBridge.Local.Tests.S3;

/// <summary>What comes with an object: checksums, metadata, parts, signed addresses.</summary>
public sealed class S3UploadTests : AnS3Client
{
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
}
