using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Tests.Audio;

public sealed class WavWriterTests
{
    [Fact]
    public void What_is_written_is_what_the_formats_description_says()
    {
        short[] samples = [1, -1, 32767, -32768];
        WavWriter.Mono(samples).ShouldBe(AWav.Of(samples).ToBytes());
    }

    [Fact]
    public void Two_voices_stand_side_by_side_and_the_shorter_ends_in_silence()
    {
        var expected = AWav.Of(1, 10, 2, 20, 0, 30) with { Channels = 2 };
        WavWriter.Stereo([1, 2], [10, 20, 30]).ShouldBe(expected.ToBytes());
    }

    [Fact]
    public void Mu_law_is_read_back_within_its_step()
    {
        var tone = Tone.Of(440, 100);
        var back = TelephoneSound.Parse(WavWriter.MonoMuLaw(tone)).Samples.Span;
        for (var i = 0; i < tone.Length; i++)
        {
            ((double)back[i]).ShouldBe(tone[i], 4 + (Math.Abs((int)tone[i]) / 30.0));
        }
    }

    [Fact]
    public async Task A_recording_holds_each_voice_where_it_was_heard()
    {
        var recording = new CallRecording();
        recording.AddCaller(new short[8000]);
        recording.AddCaller([7, 7]);
        recording.AddAgent([1, 2, 3], TimeSpan.FromSeconds(0.5));
        recording.AddAgent([10], TimeSpan.FromSeconds(0.5) + Telephone.DurationOf(1));
        var folder = Directory.CreateTempSubdirectory().FullName;

        await recording.WriteAsync(folder, TestContext.Current.CancellationToken);

        var caller = TelephoneSound.Load(Path.Join(folder, "caller.wav")).Samples.ToArray();
        var agent = TelephoneSound.Load(Path.Join(folder, "agent.wav")).Samples.ToArray();
        caller[7999..].ShouldBe([0, 7, 7]);
        agent[3999..4004].ShouldBe([0, 1, 12, 3, 0]);
        var mix = await File.ReadAllBytesAsync(Path.Join(folder, "mix.wav"), TestContext.Current.CancellationToken);
        mix.ShouldBe(WavWriter.Stereo(caller, agent));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_recording_grows_with_the_call()
    {
        var recording = new CallRecording();
        recording.AddAgent([9], TimeSpan.FromMinutes(9));
        recording.Agent.Length.ShouldBe((9 * 60 * 8000) + 1);
        recording.Agent[^1].ShouldBe((short)9);
    }
}
