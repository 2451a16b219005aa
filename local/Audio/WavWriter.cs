using System.Buffers.Binary;

namespace SonicBridge.Local.Audio;

/// <summary>Writes WAV files of 8 kHz.</summary>
public static class WavWriter
{
    private const int HeaderBytes = 44;

    /// <summary>One voice, 16-bit.</summary>
    public static byte[] Mono(ReadOnlySpan<short> samples)
    {
        var file = Begin(samples.Length, channels: 1, sampleBytes: 2);
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (2 * i)), samples[i]);
        }

        return file;
    }

    /// <summary>Two voices side by side, 16-bit; the shorter one ends in silence.</summary>
    public static byte[] Stereo(ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        var file = Begin(Math.Max(left.Length, right.Length), channels: 2, sampleBytes: 2);
        for (var i = 0; i < left.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (4 * i)), left[i]);
        }

        for (var i = 0; i < right.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (4 * i) + 2), right[i]);
        }

        return file;
    }

    /// <summary>One voice in µ-law, half as large.</summary>
    public static byte[] MonoMuLaw(ReadOnlySpan<short> samples)
    {
        var file = Begin(samples.Length, channels: 1, sampleBytes: 1);
        for (var i = 0; i < samples.Length; i++)
        {
            file[HeaderBytes + i] = MuLaw.Encode(samples[i]);
        }

        return file;
    }

    private static byte[] Begin(int frames, int channels, int sampleBytes)
    {
        const ushort pcm = 1;
        const ushort muLaw = 7;
        var data = frames * channels * sampleBytes;
        // Chunks begin at even places.
        var file = new byte[HeaderBytes + data + (data & 1)];
        var header = file.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], sampleBytes == 1 ? muLaw : pcm);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], Telephone.Hertz);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Telephone.Hertz * channels * sampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], (short)(channels * sampleBytes));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], (short)(sampleBytes * 8));
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], data);
        return file;
    }
}
