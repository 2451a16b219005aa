using CsCheck;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Tests.Audio;

public sealed class TelephoneSoundTests
{
    [Fact]
    public void Telephone_samples_stay_as_they_are_and_nothing_is_said()
    {
        Gen.Short.Array[1, 500]
            .Sample(samples =>
            {
                var sound = TelephoneSound.Parse(AWav.Of(samples).ToBytes());
                sound.Samples.ToArray().ShouldBe(samples);
                sound.Conversion.ShouldBeNull();
            });
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(1, 24)]
    [InlineData(1, 32)]
    [InlineData(3, 32)]
    [InlineData(3, 64)]
    public void Every_width_of_sample_sounds_the_same(int tag, int bits)
    {
        foreach (var extensible in new[] { false, true })
        {
            var wav = new AWav
            {
                Tag = (ushort)tag,
                Bits = (ushort)bits,
                Extensible = extensible,
            };
            var sound = TelephoneSound.Parse(wav.WithTone(440, 1).ToBytes());
            var (amplitude, rest) = Tone.Measure(sound.Samples.Span, 440);
            amplitude.ShouldBe(0.5, 0.005);
            rest.ShouldBeGreaterThan(bits == 8 ? 40 : 80);
        }
    }

    [Theory]
    [InlineData(11025)]
    [InlineData(16000)]
    [InlineData(22050)]
    [InlineData(44100)]
    [InlineData(48000)]
    [InlineData(6000)]
    [InlineData(191_999)]
    public void Any_rate_becomes_the_telephones_and_the_tone_stays_clean(int hertz)
    {
        var wav = new AWav
        {
            Hertz = (uint)hertz,
            Channels = 2,
            Bits = 24,
        };
        var sound = TelephoneSound.Parse(wav.WithTone(1000, 0.5).ToBytes());
        sound.Duration.TotalSeconds.ShouldBe(0.5, 0.001);
        var (amplitude, rest) = Tone.Measure(sound.Samples.Span, 1000);
        amplitude.ShouldBe(0.5, 0.001);
        rest.ShouldBeGreaterThan(75);
        sound.Conversion.ShouldBe($"{hertz} Hz to 8000 Hz, stereo to mono, 24-bit PCM to 16-bit PCM");
    }

    [Fact]
    public void What_the_telephone_cannot_carry_does_not_fold_back()
    {
        var wav = new AWav
        {
            Hertz = 48000,
            Bits = 32,
            Tag = 3,
        };
        var sound = TelephoneSound.Parse(wav.WithTone(5000, 0.5, 0.9).ToBytes());
        Loudness.Decibels(sound.Samples.Span[400..^400]).ShouldBeLessThan(-80);
    }

    [Fact]
    public void Voices_up_to_3400_Hz_pass_whole()
    {
        var wav = new AWav { Hertz = 44100 };
        var sound = TelephoneSound.Parse(wav.WithTone(3400, 0.5).ToBytes());
        Tone.Measure(sound.Samples.Span, 3400).Amplitude.ShouldBe(0.5, 0.005);
    }

    [Theory]
    [InlineData(7, 0xFF, 0)]
    [InlineData(7, 0x00, -32124)]
    [InlineData(7, 0x80, 32124)]
    [InlineData(6, 0xD5, 8)]
    [InlineData(6, 0x55, -8)]
    [InlineData(6, 0xAA, 32256)]
    public void Companded_samples_are_expanded_as_G_711_says(int tag, int code, int sample)
    {
        var wav = new AWav
        {
            Tag = (ushort)tag,
            Bits = 8,
            Data = [(byte)code],
        };
        var sound = TelephoneSound.Parse(wav.ToBytes());
        sound.Samples.Span[0].ShouldBe((short)sample);
        sound.Conversion.ShouldBe(tag == 7 ? "µ-law to 16-bit PCM" : "A-law to 16-bit PCM");
    }

    [Fact]
    public void Mu_law_gives_every_code_back()
    {
        for (var code = 0; code < 256; code++)
        {
            // 0x7F is minus zero, and zero has one code to go back to.
            var expected = code == 0x7F ? 0xFF : code;
            MuLaw.Encode(MuLaw.Decode((byte)code)).ShouldBe((byte)expected);
        }
    }

    [Fact]
    public void Two_channels_become_their_mean()
    {
        var wav = AWav.Of(1000, 3000, -7, -9) with { Channels = 2 };
        TelephoneSound.Parse(wav.ToBytes()).Samples.ToArray().ShouldBe([2000, -8]);
    }

    [Fact]
    public void Chunks_of_other_kinds_are_passed_over()
    {
        var wav = AWav.Of(5, 6) with { Others = [("LIST", [1, 2, 3]), ("bext", new byte[602])] };
        TelephoneSound.Parse(wav.ToBytes()).Samples.ToArray().ShouldBe([5, 6]);
    }

    [Theory]
    [InlineData(0xFFFF_FFFF)]
    [InlineData(0x7FFF_FFFF)]
    [InlineData(0x7FFF_F024)]
    public void A_file_written_to_a_pipe_is_read_to_its_end(uint announced)
    {
        var wav = AWav.Of(5, 6, 7) with { AnnouncedLength = announced };
        TelephoneSound.Parse(wav.ToBytes()).Samples.ToArray().ShouldBe([5, 6, 7]);
    }

    [Fact]
    public void Floats_beyond_full_scale_are_cut_and_what_is_no_number_is_silence()
    {
        float[] values = [2f, -2f, float.NaN, float.PositiveInfinity];
        var wav = new AWav
        {
            Tag = 3,
            Bits = 32,
            Data = [.. values.SelectMany(BitConverter.GetBytes)],
        };
        TelephoneSound.Parse(wav.ToBytes()).Samples.ToArray().ShouldBe([32767, -32768, 0, 32767]);
    }

    [Fact]
    public void Bad_files_get_one_clear_sentence()
    {
        Complaint([]).ShouldContain("it is empty");
        Complaint("hello, I am a text file"u8.ToArray()).ShouldContain("not a WAV file");
        Complaint([.. "ID3"u8, .. new byte[40]]).ShouldContain("it is an MP3");
        Complaint([.. "OggS"u8, .. new byte[40]]).ShouldContain("ffmpeg -i input");
        Complaint(AWav.Of().ToBytes()).ShouldContain("no sound, not one sample");
        Complaint((AWav.Of(1, 2) with { AnnouncedLength = 400 }).ToBytes()).ShouldContain("announces 400 bytes");
        Complaint((AWav.Of(1, 2) with { Tag = 0x11 }).ToBytes()).ShouldContain("IMA ADPCM");
        Complaint((AWav.Of(1, 2) with { Tag = 0x1234 }).ToBytes()).ShouldContain("0x1234");
        Complaint((AWav.Of(1, 2) with { Channels = 0 }).ToBytes()).ShouldContain("0 channels");
        Complaint((AWav.Of(1, 2) with { Hertz = 3_000_000_000 }).ToBytes()).ShouldContain("3000000000 samples per");
        Complaint((AWav.Of(1, 2) with { Bits = 48 }).ToBytes()).ShouldContain("48 bits per sample");
        Complaint(AWav.Of(1, 2).ToBytes()[..30]).ShouldContain("cut off");
        var silent = new AWav
        {
            Bits = 8,
            Hertz = 1000,
            Data = new byte[1000 * 3600 * 5],
        };
        Complaint(silent.ToBytes()).ShouldContain("it lasts 5.0 hours");
    }

    [Fact]
    public void The_sentence_names_the_file()
    {
        var missing = Path.Join(Path.GetTempPath(), $"{Guid.NewGuid()}.wav");
        Should.Throw<UnusableSoundException>(() => TelephoneSound.Load(missing)).Message.ShouldContain(missing);
        Should
            .Throw<UnusableSoundException>(() => TelephoneSound.Load(Path.GetTempPath()))
            .Message.ShouldContain("is a folder");
    }

    [Fact]
    public void No_bytes_whatever_make_it_fail_in_another_way()
    {
        var whole = (
            AWav.Of([.. Enumerable.Range(0, 40).Select(static n => (short)n)]) with
            {
                Extensible = true,
            }
        ).ToBytes();
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, whole.Length - 1].Array[0, 6], Gen.Byte.Array[6])
            .Sample(
                (length, places, values) =>
                {
                    var file = whole.ToArray();
                    for (var i = 0; i < places.Length; i++)
                    {
                        file[places[i]] = values[i];
                    }

                    ReadsOrRefuses(file.AsSpan(0, length));
                },
                iter: 20_000
            );
        Gen.Byte.Array[0, 200].Sample(bytes => ReadsOrRefuses([.. "RIFF\0\0\0\0WAVE"u8, .. bytes]), iter: 5_000);
    }

    private static void ReadsOrRefuses(ReadOnlySpan<byte> file)
    {
        try
        {
            TelephoneSound.Parse(file).Samples.Length.ShouldBeGreaterThan(0);
        }
        catch (UnusableSoundException e)
        {
            e.Message.ShouldEndWithPeriodOrCommand();
        }
    }

    private static string Complaint(byte[] file) =>
        Should.Throw<UnusableSoundException>(() => TelephoneSound.Parse(file)).Message;
}

internal static class Sentence
{
    public static void ShouldEndWithPeriodOrCommand(this string message) =>
        (message.EndsWith('.') || message.EndsWith("caller.wav", StringComparison.Ordinal)).ShouldBeTrue(message);
}
