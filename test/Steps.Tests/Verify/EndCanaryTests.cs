using Amazon.KinesisVideo.Model;
using Amazon.Lambda.TestUtilities;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class EndCanaryTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new();
    private readonly FakeKinesisVideo _kinesisVideo = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", null));

    public EndCanaryTests() =>
        _kinesisVideo
            .CreateStreamAsync(
                new CreateStreamRequest { StreamName = CanaryNames.StreamOf(AMigration.Id), DataRetentionInHours = 1 }
            )
            .IsCompletedSuccessfully.ShouldBeTrue();

    public void Dispose()
    {
        _s3.Dispose();
        _kinesisVideo.Dispose();
    }

    private Task<StepDone> EndAsync() =>
        new EndCanaryFunction(_s3, _kinesisVideo, ACall.Bucket, _time).EndCanary(
            new CanaryRequest(AMigration.Folder, ACall.Id),
            new TestLambdaContext()
        );

    private void Outcome() =>
        _s3.Seed(
            ACall.Key("outcome.json"),
            $$$"""{"contactId":"{{{ACall.Id}}}","outcome":{"ending":"callerHungUp","next":"end"},"recordedAt":"2026-03-04T05:06:07Z"}"""
        );

    [Fact]
    public async Task The_caller_hangs_up_and_the_stream_is_kept_until_the_call_has_ended()
    {
        await Should.ThrowAsync<NotReadyYet>(() => EndAsync());
        var said = _s3.Text(ACall.Key("disconnected.json")).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(10));
        await Should.ThrowAsync<NotReadyYet>(() => EndAsync());

        said.ShouldContain("CUSTOMER_DISCONNECT");
        _s3.Text(ACall.Key("disconnected.json")).ShouldBe(said);
        _kinesisVideo.Deleted.ShouldBeEmpty();

        Outcome();
        (await EndAsync()).Done.ShouldContain("CallerHungUp");
        _kinesisVideo.Deleted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_call_that_has_ended_by_itself_is_not_hung_up_and_its_stream_is_deleted_once()
    {
        Outcome();

        await EndAsync();
        await EndAsync();
        _kinesisVideo.Stream = null;
        (await EndAsync()).Done.ShouldContain("no stream");

        _kinesisVideo.Deleted.ShouldHaveSingleItem();
        _s3.Text(ACall.Key("disconnected.json")).ShouldBeNull();
    }

    [Fact]
    public async Task A_call_that_never_gets_an_outcome_leaves_no_stream_behind()
    {
        await Should.ThrowAsync<NotReadyYet>(() => EndAsync());
        _time.Advance(TimeSpan.FromMinutes(4));

        (await EndAsync()).Done.ShouldContain("no outcome 3 minutes");

        _kinesisVideo.Deleted.ShouldHaveSingleItem();
    }
}
