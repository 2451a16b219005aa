using SonicBridge.Bridge.Playback;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class MuLawSoundTests
{
    private static byte[] Prompt(params short[] samples)
    {
        var file = new byte[WavFile.LengthOf(samples.Length)];
        for (var i = 0; i < samples.Length; i++)
        {
            file[WavFile.HeaderLength + i] = MuLaw.Encode(samples[i]);
        }

        WavFile.Complete(file, samples.Length);
        return file;
    }

    [Fact]
    public void A_prompt_of_the_bridge_is_read_back_as_near_as_its_code_is()
    {
        short[] samples = [0, 100, -100, 1000, -1000, 32000, -32000];

        var read = MuLawSound.Read(Prompt(samples));

        read.Length.ShouldBe(samples.Length);
        for (var i = 0; i < samples.Length; i++)
        {
            // A step of the code is a sixteenth of its segment.
            Math.Abs(read[i] - samples[i]).ShouldBeLessThanOrEqualTo(4 + (Math.Abs((int)samples[i]) / 16));
        }
    }

    [Fact]
    public void What_is_no_such_WAV_is_refused_by_a_sentence()
    {
        var pcm = Prompt(1, 2, 3, 4);
        pcm[20] = 1;

        Should.Throw<InvalidDataException>(() => MuLawSound.Read(pcm)).Message.ShouldContain("µ-law");
        Should.Throw<InvalidDataException>(() => MuLawSound.Read("<html>"u8)).Message.ShouldContain("WAV");
        Should
            .Throw<InvalidDataException>(() => MuLawSound.Read(Prompt(1).AsSpan(0, 40)))
            .Message.ShouldContain("no sound");
    }

    [Fact]
    public void Any_damage_is_an_error_of_the_file_and_never_of_the_reader()
    {
        var file = Prompt(1, 2, 3, 4, 5, 6);
        for (var length = 0; length < file.Length; length++)
        {
            for (var i = 0; i < length; i++)
            {
                var damaged = file[..length];
                damaged[i] = 0xFF;
                try
                {
                    MuLawSound.Read(damaged).Length.ShouldBeLessThanOrEqualTo(6);
                }
                catch (InvalidDataException e)
                {
                    e.Message.ShouldNotBeEmpty();
                }
            }
        }
    }
}
