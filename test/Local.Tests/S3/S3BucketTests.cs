using Amazon.S3;
using Amazon.S3.Model;
using CsCheck;

namespace SonicBridge.Local.Tests.S3;

/// <summary>What a bucket holds is listed and deleted.</summary>
public sealed class S3BucketTests : AnS3Client
{
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
}
