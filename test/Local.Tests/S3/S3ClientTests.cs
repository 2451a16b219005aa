using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using CsCheck;

namespace SonicBridge.Local.Tests.S3;

/// <summary>Objects are put and read, on conditions and in parts.</summary>
public sealed class S3ClientTests : AnS3Client
{
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
}
