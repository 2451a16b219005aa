using System.Buffers.Binary;

namespace SonicBridge.Local.Audio;

/// <summary>Finds the samples in a WAV file: RIFF's chunks, <c>fmt </c> and <c>data</c>.</summary>
public static class WavReader
{
    private const int ChunkHeader = 8;
    private const int MaxChannels = 32;
    private const int MinHertz = 1000;
    private const int MaxHertz = 768_000;

    // Written in place of a length by whoever writes to a pipe: ffmpeg all ones, sox a little below 2 GiB.
    private const uint UnknownLength = 0x7FFF_F000;

    private const ushort Extensible = 0xFFFE;

    /// <summary>Reads the headers.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>The format, and where in the file the samples are: a whole number of frames, at least one.</returns>
    /// <exception cref="UnusableSoundException">This is no WAV that a call could use.</exception>
    public static (WavFormat Format, Range Samples) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
        {
            throw new UnusableSoundException(NotWav.Explain(file));
        }

        WavFormat? format = null;
        var at = 12;
        while (file.Length - at >= ChunkHeader)
        {
            var name = file.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            at += ChunkHeader;
            var present = (int)Math.Min(length, (uint)(file.Length - at));
            if (name.SequenceEqual("data"u8))
            {
                return (FormatBefore(format), SamplesAt(at, length, present, FormatBefore(format)));
            }

            if (present < length)
            {
                throw Truncated();
            }

            if (name.SequenceEqual("fmt "u8))
            {
                format = ReadFormat(file.Slice(at, present));
            }

            // Chunks begin at even places.
            at += (int)Math.Min((long)present + (present & 1), file.Length - at);
        }

        throw Truncated();
    }

    private static WavFormat FormatBefore(WavFormat? format) =>
        format
        ?? throw new UnusableSoundException(
            "it does not say how its samples are written (no 'fmt ' chunk before the samples). "
                + Convert("Save it again")
        );

    private static Range SamplesAt(int start, uint length, int present, WavFormat format)
    {
        if (present < length && length < UnknownLength)
        {
            throw new UnusableSoundException(
                $"it is cut off: it announces {length} bytes of sound and holds {present}. Copy or record it again."
            );
        }

        var whole = present - (present % format.FrameBytes);
        return whole > 0
            ? start..(start + whole)
            : throw new UnusableSoundException("it holds no sound, not one sample. Record it again.");
    }

    private static WavFormat ReadFormat(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
        {
            throw Truncated();
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var hertz = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int frameBytes = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag == Extensible)
        {
            // The sub-format is a GUID that begins with the tag which would stand here otherwise.
            tag =
                chunk.Length >= 26
                    ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..])
                    : throw Absurd("its extensible format names no format");
        }

        if (channels is 0 or > MaxChannels)
        {
            throw Absurd($"it claims {channels} channels (1 to {MaxChannels} are read)");
        }

        if (hertz is < MinHertz or > MaxHertz)
        {
            throw Absurd($"it claims {hertz} samples per second ({MinHertz} to {MaxHertz} are read)");
        }

        var encoding = EncodingOf(tag);
        var sampleBytes = frameBytes / channels;
        if (frameBytes % channels != 0 || !IsPossible(encoding, sampleBytes, bits))
        {
            throw Absurd($"it claims {bits} bits per sample in {frameBytes} bytes per {channels} channel(s)");
        }

        return new WavFormat(encoding, channels, (int)hertz, sampleBytes);
    }

    private static bool IsPossible(SampleEncoding encoding, int bytes, int bits) =>
        encoding switch
        {
            SampleEncoding.Linear => bytes is >= 1 and <= 4 && bits > 0 && bits <= bytes * 8,
            SampleEncoding.FloatingPoint => bytes is 4 or 8 && bits == bytes * 8,
            _ => bytes == 1 && bits == 8,
        };

    private static SampleEncoding EncodingOf(ushort tag) =>
        tag switch
        {
            1 => SampleEncoding.Linear,
            3 => SampleEncoding.FloatingPoint,
            6 => SampleEncoding.ALaw,
            7 => SampleEncoding.MuLaw,
            _ => throw new UnusableSoundException(
                $"its sound is compressed ({NotWav.CodecName(tag)}), and only PCM, float, µ-law and A-law are read. "
                    + Convert("Convert it")
            ),
        };

    private static UnusableSoundException Absurd(string what) =>
        new($"its header makes no sense: {what}. {Convert("Save it again")}");

    private static UnusableSoundException Truncated() =>
        new("it is cut off: it ends before its samples begin. Copy or record it again.");

    private static string Convert(string how) => $"{how}, for instance by: {NotWav.Conversion}";
}
