using System.Buffers.Binary;

namespace SonicBridge.Steps.Verify;

/// <summary>Reads WAV files as Amazon Connect plays them: G.711 µ-law, 8 kHz, mono.</summary>
internal static class MuLawSound
{
    /// <summary>Samples in a second.</summary>
    public const int Hertz = 8000;

    private const int MuLawFormat = 7;

    // G.711's own figure on a 16-bit scale: it makes each segment twice as long as the one before.
    private const int Bias = 0x84;

    /// <summary>The samples of a file, on a scale of 16 bits.</summary>
    /// <exception cref="InvalidDataException">The file is not such a WAV.</exception>
    public static short[] Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
        {
            throw new InvalidDataException("it does not begin as a WAV file does");
        }

        var isMuLaw = false;
        for (var rest = file[12..]; rest.Length >= 8; )
        {
            var name = rest[..4];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var body = rest[8..][..(int)Math.Min(length, (uint)rest.Length - 8)];
            if (name.SequenceEqual("fmt "u8))
            {
                isMuLaw =
                    body.Length >= 8
                    && BinaryPrimitives.ReadUInt16LittleEndian(body) == MuLawFormat
                    && BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) == 1
                    && BinaryPrimitives.ReadUInt32LittleEndian(body[4..]) == Hertz;
            }
            else if (name.SequenceEqual("data"u8))
            {
                return isMuLaw
                    ? Decode(body)
                    : throw new InvalidDataException("it is not µ-law at 8 kHz, mono, which is all that Connect plays");
            }

            // Chunks of odd length are padded.
            rest = rest[(int)Math.Min(8L + length + (length & 1), rest.Length)..];
        }

        throw new InvalidDataException("it holds no sound");
    }

    private static short[] Decode(ReadOnlySpan<byte> codes)
    {
        var samples = new short[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var bits = (byte)~codes[i];
            var magnitude = ((((bits & 0x0F) << 3) + Bias) << ((bits >> 4) & 7)) - Bias;
            samples[i] = (short)((bits & 0x80) == 0 ? magnitude : -magnitude);
        }

        return samples;
    }
}
