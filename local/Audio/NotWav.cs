namespace SonicBridge.Local.Audio;

/// <summary>Says what a file is that is no WAV, as far as its first bytes tell, and how to make one of it.</summary>
internal static class NotWav
{
    public const string Conversion = "ffmpeg -i input -ar 8000 -ac 1 -c:a pcm_s16le caller.wav";

    public static string Explain(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return "it is empty. Give a WAV file.";
        }

        return KindOf(file) is { } kind
            ? $"it is {kind}, not a WAV. Convert it, for instance by: {Conversion}"
            : $"it is not a WAV file. If it holds sound, convert it, for instance by: {Conversion}";
    }

    public static string CodecName(ushort tag) =>
        tag switch
        {
            0x0002 => "Microsoft ADPCM",
            0x0011 => "IMA ADPCM",
            0x0031 => "GSM 6.10",
            0x0040 or 0x0045 or 0x0064 => "G.726",
            0x0042 => "G.723.1",
            0x0050 or 0x0055 => "MPEG",
            0x0083 or 0xA123 => "G.729",
            0x00FF or 0x1610 => "AAC",
            0x0161 => "Windows Media",
            _ => $"format 0x{tag:X4}",
        };

    private static string? KindOf(ReadOnlySpan<byte> file) =>
        file switch
        {
            _ when file.StartsWith("ID3"u8) || file.StartsWith<byte>([0xFF, 0xFB]) => "an MP3",
            _ when file.StartsWith("OggS"u8) => "an Ogg file",
            _ when file.StartsWith("fLaC"u8) => "a FLAC file",
            _ when file.StartsWith("FORM"u8) => "an AIFF file",
            _ when file.StartsWith("RF64"u8) => "an RF64 file (made for recordings over 4 GB)",
            _ when file.StartsWith("RIFX"u8) => "a big-endian RIFX file",
            _ when file.StartsWith("#!AMR"u8) => "an AMR file",
            _ when file.StartsWith("caff"u8) => "a Core Audio file",
            _ when file.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) => "a Matroska or WebM file",
            _ when file.Length >= 8 && file[4..].StartsWith("ftyp"u8) => "an MP4 or M4A file",
            _ when file.StartsWith("RIFF"u8) && file.Length >= 12 => "a RIFF file of another kind",
            _ => null,
        };
}
