namespace SonicBridge.Local.Audio;

/// <summary>How a WAV file holds its samples.</summary>
/// <param name="Encoding">What a sample's bytes mean.</param>
/// <param name="Channels">Samples per frame.</param>
/// <param name="Hertz">Frames per second.</param>
/// <param name="SampleBytes">Bytes per sample, little-endian.</param>
public readonly record struct WavFormat(SampleEncoding Encoding, int Channels, int Hertz, int SampleBytes)
{
    /// <summary>What a call carries, so that nothing needs converting.</summary>
    public static WavFormat Telephone { get; } = new(SampleEncoding.Linear, 1, Audio.Telephone.Hertz, 2);

    /// <summary>Bytes of one sample of each channel.</summary>
    public int FrameBytes => Channels * SampleBytes;

    /// <summary>Such as <c>24-bit PCM</c>.</summary>
    public string EncodingName =>
        Encoding switch
        {
            SampleEncoding.MuLaw => "µ-law",
            SampleEncoding.ALaw => "A-law",
            SampleEncoding.FloatingPoint => $"{SampleBytes * 8}-bit float",
            _ => $"{SampleBytes * 8}-bit PCM",
        };

    /// <summary>Such as <c>stereo</c>.</summary>
    public string ChannelsName =>
        Channels switch
        {
            1 => "mono",
            2 => "stereo",
            _ => $"{Channels} channels",
        };
}

/// <summary>What a sample's bytes mean.</summary>
public enum SampleEncoding
{
    /// <summary>Whole numbers: signed, or from 0 to 255 where a sample is one byte.</summary>
    Linear,

    /// <summary>IEEE 754, full scale at 1.</summary>
    FloatingPoint,

    /// <summary>G.711 µ-law.</summary>
    MuLaw,

    /// <summary>G.711 A-law.</summary>
    ALaw,
}
