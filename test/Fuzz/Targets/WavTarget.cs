using SonicBridge.Local.Audio;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>A recording that somebody gives as the caller.</summary>
internal sealed class WavTarget : IFuzzTarget
{
    public string Name => "wav";

    public string Oracle =>
        "samples within the file, as many as its length and rate make, or UnusableSoundException with a mend; written and read again the same";

    public IReadOnlyDictionary<string, string[]> Code { get; } =
        new Dictionary<string, string[]> { ["sonicbridge-local"] = ["SonicBridge.Local.Audio."] };

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. Words.Utf8("RIFF", "WAVE", "fmt ", "data", "LIST", "fact", "RF64", "OggS", "fLaC", "ID3", "ftyp", "caff"),
        .. Words.Hex(
            "10000000",
            "12000000",
            "28000000",
            "0100",
            "0300",
            "0600",
            "0700",
            "FEFF",
            "0200",
            "401F0000",
            "803E0000",
            "44AC0000",
            "80BB0000",
            "00F0FF7F",
            "FFFFFFFF",
            "0800",
            "1000",
            "1800",
            "2000",
            "4000",
            "0000C07F",
            "0000807F",
            "000080FF"
        ),
    ];

    public int LongestInput => 640;

    // A kilohertz of one byte a sample becomes eight times as many floats and samples.
    public long MostAllocated(int length) => 40_000 + (200L * length);

    public IEnumerable<byte[]> Seeds(string repository) =>
        Directory
            .EnumerateFiles(Path.Join(repository, "local", "scenarios"), "*.wav", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Take(3)
            .Select(file => Shortened(File.ReadAllBytes(file)));

    public void Run(ReadOnlySpan<byte> input)
    {
        TelephoneSound sound;
        try
        {
            var (format, range) = WavReader.Read(input);
            var (start, length) = range.GetOffsetAndLength(input.Length);
            Hold(start >= 12 && length > 0, $"Samples from {start}, {length} bytes.");
            Hold(length % format.FrameBytes == 0, "The samples are no whole number of frames.");
            sound = TelephoneSound.Parse(input);
            HoldLength(format, length / format.FrameBytes, sound.Samples.Length);
        }
        catch (UnusableSoundException e)
        {
            Hold(e.Message.EndsWith('.') || e.Message.Contains("ffmpeg", StringComparison.Ordinal), e.Message);
            return;
        }

        var again = TelephoneSound.Parse(WavWriter.Mono(sound.Samples.Span));
        Hold(again.Conversion is null, "What was written for the telephone is converted again.");
        Hold(again.Samples.Span.SequenceEqual(sound.Samples.Span), "Written and read again the samples are others.");
    }

    private static void HoldLength(WavFormat format, long frames, int samples)
    {
        var expected = ((frames * Telephone.Hertz) + format.Hertz - 1) / format.Hertz;
        Hold(samples == expected, $"{frames} frames of {format.Hertz} Hz became {samples} samples, not {expected}.");
    }

    /// <summary>The same recording, as long as an input may be.</summary>
    private static byte[] Shortened(byte[] file)
    {
        var sound = TelephoneSound.Parse(file);
        return WavWriter.Mono(sound.Samples.Span[..Math.Min(200, sound.Samples.Length)]);
    }
}
