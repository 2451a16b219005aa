using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Amazon.S3.Model;
using SonicBridge.Bridge.Playback;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class CheckCanaryTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new();

    public void Dispose() => _s3.Dispose();

    private Task<StepDone> CheckAsync() =>
        new CheckCanaryFunction(_s3, ACall.Bucket).CheckCanary(
            new CanaryRequest(AMigration.Folder, ACall.Id),
            new TestLambdaContext()
        );

    private void Playlist(params string[] files) =>
        _s3.Seed(
            ACall.Key("playlist.json"),
            JsonSerializer.Serialize(
                new Playlist(1, [.. files.Select((file, i) => new Prompt(i + 1, file, 500))], 0, FlowStep.Wait),
                CallFile.Playlist.Shape
            )
        );

    private void Outcome(CallEnding ending, string? detail = null) =>
        _s3.Seed(
            ACall.Key("outcome.json"),
            JsonSerializer.Serialize(
                new OutcomeRecord(
                    ACall.ContactId,
                    new CallOutcome(ending, FlowStep.End, detail),
                    DateTimeOffset.UnixEpoch
                ),
                CallFile.Outcome.Shape
            )
        );

    /// <summary>Half a second of a tone, or of silence, as the bridge stores it.</summary>
    private async Task PromptAsync(string file, int loudness)
    {
        const int Samples = 4000;
        var wav = new byte[WavFile.LengthOf(Samples)];
        for (var i = 0; i < Samples; i++)
        {
            wav[WavFile.HeaderLength + i] = MuLaw.Encode((short)(loudness * Math.Sin(i * 0.35)));
        }

        WavFile.Complete(wav, Samples);
        await _s3.PutObjectAsync(
            new PutObjectRequest { Key = ACall.Key(file), InputStream = new MemoryStream(wav) },
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task An_answer_that_can_be_heard_is_well()
    {
        Playlist("prompts/g1-0001.wav", "prompts/g1-0002.wav");
        await PromptAsync("prompts/g1-0001.wav", 0);
        await PromptAsync("prompts/g1-0002.wav", 3000);

        (await CheckAsync()).Done.ShouldContain("g1-0002.wav");

        _s3.Noted("check-canary").ShouldNotBeNull().Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_has_ended_after_its_answer_is_well()
    {
        Playlist("prompts/g1-0001.wav");
        await PromptAsync("prompts/g1-0001.wav", 3000);
        Outcome(CallEnding.CallerHungUp);

        await CheckAsync();
    }

    [Fact]
    public async Task Until_there_is_an_answer_it_is_waited_for()
    {
        await Should.ThrowAsync<NotReadyYet>(() => CheckAsync());
        Playlist();
        await Should.ThrowAsync<NotReadyYet>(() => CheckAsync());
    }

    [Fact]
    public async Task Silence_is_no_answer()
    {
        Playlist("prompts/g1-0001.wav");
        await PromptAsync("prompts/g1-0001.wav", 20);
        await Should.ThrowAsync<NotReadyYet>(() => CheckAsync());

        Outcome(CallEnding.CallerHungUp);
        (await Should.ThrowAsync<MigrationRefused>(() => CheckAsync())).Message.ShouldContain("silence");
    }

    [Fact]
    public async Task A_call_that_failed_is_refused_with_its_outcome()
    {
        Outcome(CallEnding.Failed, "BridgeHasNoRoom: RESOURCE:MEMORY");

        (await Should.ThrowAsync<MigrationRefused>(() => CheckAsync())).Message.ShouldContain("RESOURCE:MEMORY");
        _s3.Noted("check-canary").ShouldNotBeNull().Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task A_call_that_ended_without_an_answer_is_refused()
    {
        Outcome(CallEnding.CallerHungUp);

        (await Should.ThrowAsync<MigrationRefused>(() => CheckAsync())).Message.ShouldContain("CallerHungUp");
    }

    [Fact]
    public async Task A_prompt_that_Connect_could_not_play_is_refused()
    {
        Playlist("prompts/g1-0001.wav");
        _s3.Seed(ACall.Key("prompts/g1-0001.wav"), Encoding.UTF8.GetString("no WAV"u8));

        (await Should.ThrowAsync<MigrationRefused>(() => CheckAsync())).Message.ShouldContain("cannot be played");
    }
}
