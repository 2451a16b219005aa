using SonicBridge.Local.Audio;
using SonicBridge.Local.Connect;
using SonicBridge.Local.S3;
using SonicBridge.Local.Script;
using SonicBridge.Local.Tests.Audio;

namespace SonicBridge.Local.Tests.Connect;

public sealed class PromptLibraryTests
{
    private const string Key = "calls/5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e/prompts/g1-0001.wav";

    private readonly S3Store _store = new(TimeProvider.System);
    private readonly List<string> _refused = [];
    private readonly PromptLibrary _prompts;

    public PromptLibraryTests()
    {
        _store.CreateBucket("calls-bucket");
        _prompts = new PromptLibrary(_store, new FlowVoice([]), _refused.Add);
    }

    [Theory]
    [InlineData($"https://calls-bucket.s3.us-east-1.amazonaws.com/{Key}")]
    [InlineData($"https://s3.us-east-1.amazonaws.com/calls-bucket/{Key}")]
    public void A_mu_law_prompt_is_played(string address)
    {
        var tone = Tone.Of(300, 500);
        Put(WavWriter.MonoMuLaw(tone));

        var prompt = _prompts.Fetch(new Uri(address));

        prompt!.Source.ShouldBe("g1-0001.wav");
        prompt.Samples.ToArray().ShouldBe(tone.Select(static sample => MuLaw.Decode(MuLaw.Encode(sample))));
        _refused.ShouldBeEmpty();
    }

    [Fact]
    public void What_Connect_would_not_play_is_not_played_and_the_reason_is_told()
    {
        Put(WavWriter.Mono(Tone.Of(300, 500)));
        _prompts.Fetch(new Uri($"https://calls-bucket.s3.us-east-1.amazonaws.com/{Key}")).ShouldBeNull();
        _refused.Single().ShouldContain("this is 16-bit PCM, 8000 Hz, mono");

        Put(WavWriter.MonoMuLaw(new short[8000 * 301]));
        _prompts.Fetch(new Uri($"https://calls-bucket.s3.us-east-1.amazonaws.com/{Key}")).ShouldBeNull();
        _refused[^1].ShouldContain("5 minutes");

        Put([1, 2, 3]);
        _prompts.Fetch(new Uri($"https://calls-bucket.s3.us-east-1.amazonaws.com/{Key}")).ShouldBeNull();
        _refused.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData($"http://calls-bucket.s3.us-east-1.amazonaws.com/{Key}")]
    [InlineData($"https://calls-bucket.s3.us-west-2.amazonaws.com/{Key}")]
    [InlineData($"https://other.s3.us-east-1.amazonaws.com/{Key}")]
    [InlineData("https://calls-bucket.s3.us-east-1.amazonaws.com/nothing.wav")]
    [InlineData("https://s3.us-east-1.amazonaws.com/")]
    public void A_prompt_that_is_not_there_is_not_played(string address)
    {
        Put(WavWriter.MonoMuLaw(Tone.Of(300, 500)));
        _prompts.Fetch(new Uri(address)).ShouldBeNull();
        _refused.Single().ShouldStartWith("There is no prompt at");
    }

    private void Put(byte[] wav) => _store.Put("calls-bucket", Key, wav, "audio/wav");
}
