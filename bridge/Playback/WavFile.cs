using System.Buffers.Binary;

namespace SonicBridge.Bridge.Playback;

/// <summary>
/// A WAV file as Connect plays it from S3: G.711 µ-law (format 7), 8 kHz, mono, shorter than 5 minutes ("Set up prompts
/// to play from S3"). Formats other than PCM carry a fact chunk with the number of samples.
/// </summary>
public static class WavFile
{
    public const int HeaderLength = 58;
    public const int Hertz = 8000;

    private const ushort MuLawFormat = 7;
    private const int FormatLength = 18;
    private const int FactLength = 4;

    /// <summary>The length of a whole file; chunks of odd length are padded.</summary>
    public static int LengthOf(int samples) => HeaderLength + samples + (samples & 1);

    /// <summary>Writes all around the samples, which stand from <see cref="HeaderLength"/> on already.</summary>
    /// <param name="file"><see cref="LengthOf"/> bytes.</param>
    public static void Complete(Span<byte> file, int samples)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], LengthOf(samples) - 8);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], FormatLength);
        BinaryPrimitives.WriteUInt16LittleEndian(file[20..], MuLawFormat);
        BinaryPrimitives.WriteUInt16LittleEndian(file[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], Hertz);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], Hertz);
        BinaryPrimitives.WriteUInt16LittleEndian(file[32..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file[34..], 8);
        BinaryPrimitives.WriteUInt16LittleEndian(file[36..], 0);
        "fact"u8.CopyTo(file[38..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[42..], FactLength);
        BinaryPrimitives.WriteInt32LittleEndian(file[46..], samples);
        "data"u8.CopyTo(file[50..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[54..], samples);
        if ((samples & 1) == 1)
        {
            file[HeaderLength + samples] = 0;
        }
    }
}
