using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.KinesisVideo;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class StartCanaryTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new();
    private readonly FakeKinesisVideo _kinesisVideo = new();
    private readonly FakeLambda _lambda = new();
    private readonly PutMediaService _putMedia = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", null))
    {
        AutoAdvanceAmount = TimeSpan.FromMilliseconds(10),
    };

    public void Dispose()
    {
        _s3.Dispose();
        _kinesisVideo.Dispose();
        _lambda.Dispose();
        _putMedia.Dispose();
    }

    /// <summary>Runs the function; where it waits for the clock, the clock is moved on.</summary>
    private async Task<CanaryStarted> StartAsync()
    {
        var upload = new MediaUpload(
            new HttpClient(_putMedia, disposeHandler: false),
            new BasicAWSCredentials("AKID", "secret"),
            "us-east-1",
            _time
        );
        var started = new StartCanaryFunction(
            _s3,
            _kinesisVideo,
            _lambda,
            upload,
            ACall.Bucket,
            FakeLambda.Start,
            _time
        ).StartCanary(AMigration.Request, new TestLambdaContext());
        while (!started.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await started;
    }

    private async Task ReadyAsync()
    {
        await Should.ThrowAsync<NotReadyYet>(() => StartAsync());
        _kinesisVideo.Stream!.Status = Status.ACTIVE;
    }

    private void CallFile(string contact, string file, string text) => _s3.Seed($"calls/{contact}/{file}", text);

    [Fact]
    public async Task The_stream_is_made_first_and_waited_for()
    {
        await Should.ThrowAsync<NotReadyYet>(() => StartAsync());

        _kinesisVideo.Stream!.StreamName.ShouldBe($"nova-sonic-canary-{AMigration.Id}");
        _kinesisVideo.RetentionHours.ShouldBe(1);
        await Should.ThrowAsync<NotReadyYet>(() => StartAsync());
        _putMedia.Calls.ShouldBe(0);
        _lambda.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_call_begins_where_the_speech_does_and_its_event_is_one_that_the_function_takes()
    {
        await ReadyAsync();

        var contact = (await StartAsync()).ContactId;

        contact.ShouldBe(CanaryNames.ContactOf(AMigration.Id, 1).ToString());
        var sent = JsonSerializer.SerializeToElement(_lambda.Events.ShouldHaveSingleItem());
        var call = StartRequest.Read(sent).ShouldBeOfType<StartRequest.Accepted>().Call;
        call.ContactId.ToString().ShouldBe(contact);
        call.StreamArn.ShouldBe(_kinesisVideo.Stream!.StreamARN);
        call.StartTimestamp.ShouldBe(Times(_putMedia.Bodies[0])[0]);
    }

    [Fact]
    public async Task The_line_stays_open_in_silence_for_as_long_as_an_agent_needs()
    {
        await ReadyAsync();
        var began = _time.GetUtcNow();

        var contact = (await StartAsync()).ContactId;

        (_time.GetUtcNow() - began).TotalSeconds.ShouldBeInRange(18, 40);
        var (speech, silence) = (Times(_putMedia.Bodies[0]), Times(_putMedia.Bodies[1]));
        (silence[0] - speech[^1]).ShouldBeInRange(1, 64);
        silence.ShouldBe(silence.Order());
        (silence[^1] - silence[0]).ShouldBeGreaterThan(18_000);
        Contacts(_putMedia.Bodies[0]).Concat(Contacts(_putMedia.Bodies[1])).Distinct().ShouldBe([contact]);
    }

    [Fact]
    public async Task A_call_under_way_is_found_and_not_made_twice()
    {
        await ReadyAsync();
        var first = (await StartAsync()).ContactId;
        CallFile(first, "call.json", $$"""{"contactId":"{{first}}","streamArn":"arn"}""");

        (await StartAsync()).ContactId.ShouldBe(first);

        _lambda.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_is_over_is_followed_by_another()
    {
        await ReadyAsync();
        var first = (await StartAsync()).ContactId;
        CallFile(first, "call.json", $$"""{"contactId":"{{first}}","streamArn":"arn"}""");
        CallFile(
            first,
            "outcome.json",
            $$$"""{"contactId":"{{{first}}}","outcome":{"ending":"failed","next":"transfer"},"recordedAt":"2026-03-04T05:06:07Z"}"""
        );

        (await StartAsync()).ContactId.ShouldBe(CanaryNames.ContactOf(AMigration.Id, 2).ToString());
    }

    [Fact]
    public async Task Where_the_voice_cannot_be_put_no_call_is_started()
    {
        await ReadyAsync();
        (_putMedia.Status, _putMedia.ErrorType) = (HttpStatusCode.Forbidden, "NotAuthorizedException");

        (await Should.ThrowAsync<MigrationRefused>(() => StartAsync())).Message.ShouldContain("NotAuthorizedException");

        _lambda.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_passes_is_tried_later()
    {
        await ReadyAsync();
        (_putMedia.Status, _putMedia.ErrorType) = (HttpStatusCode.BadRequest, "ClientLimitExceededException");

        await Should.ThrowAsync<NotReadyYet>(() => StartAsync());
    }

    [Fact]
    public async Task A_function_that_does_not_start_the_call_is_told_with_its_answer()
    {
        await ReadyAsync();
        _lambda.Answer = static _ =>
            """{"status":"error","error":"CallNotStored","message":"Please try again later."}""";

        (await Should.ThrowAsync<MigrationRefused>(() => StartAsync())).Message.ShouldContain("CallNotStored");
    }

    private static List<long> Times(byte[] media) =>
        [.. Items(media).Where(item => item.Kind == MkvItemKind.Block).Select(block => block.Time)];

    private static IEnumerable<string> Contacts(byte[] media) =>
        Items(media)
            .Where(item => item.Kind == MkvItemKind.Tag && item.Name.FirstSpan.SequenceEqual("ContactId"u8))
            .Select(tag => Encoding.UTF8.GetString(tag.Value));

    private static List<MkvItem> Items(byte[] media)
    {
        var items = new List<MkvItem>();
        var state = default(MkvState);
        var input = new ReadOnlySequence<byte>(media);
        while (MkvParser.TryRead(ref state, ref input, new MkvLimits(), out var item))
        {
            items.Add(item);
        }

        return items;
    }
}
