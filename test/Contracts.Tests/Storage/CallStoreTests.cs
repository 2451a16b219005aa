using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Testing;

namespace SonicBridge.Contracts.Tests.Storage;

public sealed class CallStoreTests : IDisposable
{
    private static readonly ContactId Id = ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");

    private readonly InMemoryS3 _s3 = new();

    private CallStore Store => new(_s3, new CallFolder("bucket", Id));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task What_is_written_is_read()
    {
        await Store.WriteAsync(CallFile.Launch, new LaunchTicket(3, "token"), Cancellation);

        var read = await Store.ReadAsync(CallFile.Launch, Cancellation);

        read!.Value.ShouldBe(new LaunchTicket(3, "token"));
        _s3.Calls[0].ShouldBe(new S3Call("PutObject", "bucket", $"calls/{Id}/launch.json"));
    }

    [Fact]
    public async Task A_file_carries_the_tag_that_its_writer_gives_it()
    {
        var transcript = new Transcript(Id, []);

        await Store.WriteAsync(
            CallFile.Transcript,
            transcript,
            new Tag { Key = "keep-days", Value = "7" },
            Cancellation
        );
        _s3.Tags($"calls/{Id}/transcript.json").ShouldBe(["keep-days=7"]);

        await Store.WriteAsync(CallFile.Transcript, transcript, null, Cancellation);
        _s3.Tags($"calls/{Id}/transcript.json").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_null() =>
        (await Store.ReadAsync(CallFile.Outcome, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task A_file_at_the_version_at_hand_is_unchanged()
    {
        await Store.WriteAsync(CallFile.Launch, new LaunchTicket(1, "a"), Cancellation);
        var first = await Store.ReadAsync(CallFile.Launch, Cancellation);

        (await Store.ReadIfChangedAsync(CallFile.Launch, first!.ETag, Cancellation)).State.ShouldBe(
            FileState.Unchanged
        );
        await Store.WriteAsync(CallFile.Launch, new LaunchTicket(2, "b"), Cancellation);
        var second = await Store.ReadIfChangedAsync(CallFile.Launch, first.ETag, Cancellation);

        second.State.ShouldBe(FileState.Found);
        second.File!.Value.Generation.ShouldBe(2);
    }

    [Fact]
    public async Task The_first_writer_of_a_new_file_wins()
    {
        (await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(1, "a"), null, Cancellation)).ShouldNotBeNull();
        (await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(1, "b"), null, Cancellation)).ShouldBeNull();

        (await Store.ReadAsync(CallFile.Launch, Cancellation))!.Value.TaskToken.ShouldBe("a");
    }

    [Fact]
    public async Task A_writer_that_was_overtaken_is_told()
    {
        var etag = await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(1, "a"), null, Cancellation);
        var overtaken = await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(2, "b"), etag, Cancellation);

        overtaken.ShouldNotBeNull();
        (await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(2, "c"), etag, Cancellation)).ShouldBeNull();
        (await Store.ReadAsync(CallFile.Launch, Cancellation))!.ETag.ShouldBe(overtaken);
    }

    [Fact]
    public async Task Puts_that_overlap_again_and_again_count_as_overtaken()
    {
        _s3.Before = _ => throw InMemoryS3.Error("ConditionalRequestConflict", HttpStatusCode.Conflict);

        (await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(1, "a"), null, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_put_that_overlapped_with_itself_is_tried_again()
    {
        var overlaps = 2;
        _s3.Before = _ =>
        {
            if (overlaps-- > 0)
            {
                throw InMemoryS3.Error("ConditionalRequestConflict", HttpStatusCode.Conflict);
            }
        };

        (await Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(1, "a"), null, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Any_other_failure_is_not_hidden()
    {
        _s3.Before = _ => throw InMemoryS3.Error("AccessDenied", HttpStatusCode.Forbidden);

        await Should.ThrowAsync<AmazonS3Exception>(() => Store.ReadAsync(CallFile.Launch, Cancellation));
        await Should.ThrowAsync<AmazonS3Exception>(() =>
            Store.TryWriteAsync(CallFile.Launch, new LaunchTicket(1, "a"), null, Cancellation)
        );
    }
}
