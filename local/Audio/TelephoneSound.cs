using System.Buffers.Binary;

namespace SonicBridge.Local.Audio;

/// <summary>A recording as the telephone carries it.</summary>
/// <param name="Samples">16-bit, 8 kHz, mono.</param>
/// <param name="Conversion">
/// What was done to it, such as <c>44100 Hz to 8000 Hz, stereo to mono</c>; null when its samples are the file's own.
/// </param>
public sealed record TelephoneSound(ReadOnlyMemory<short> Samples, string? Conversion)
{
    // Four hours: longer than any call, and small enough to be held.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);
    private const long MaxFileBytes = 1L << 30;

    public TimeSpan Duration => Telephone.DurationOf(Samples.Length);

    /// <summary>Reads a WAV file.</summary>
    /// <exception cref="UnusableSoundException">It cannot be used; the message names the file, the cause and the mend.</exception>
    public static TelephoneSound Load(string path)
    {
        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                throw new UnusableSoundException($"'{path}' is a folder: give one WAV file in it.");
            }

            var file = new FileInfo(path);
            if (file is { Exists: true, Length: > MaxFileBytes })
            {
                throw new UnusableSoundException($"'{path}' is over 1 GB: cut out the part that is to be played.");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableSoundException($"'{path}' cannot be read: {e.Message}");
        }

        try
        {
            return Parse(bytes);
        }
        catch (UnusableSoundException e)
        {
            throw new UnusableSoundException($"'{path}' cannot be used as a voice: {e.Message}");
        }
    }

    /// <summary>Reads the bytes of a WAV file.</summary>
    /// <exception cref="UnusableSoundException">They cannot be used.</exception>
    public static TelephoneSound Parse(ReadOnlySpan<byte> file)
    {
        var (format, range) = WavReader.Read(file);
        var bytes = file[range];
        var seconds = (double)bytes.Length / format.FrameBytes / format.Hertz;
        if (seconds > Longest.TotalSeconds)
        {
            throw new UnusableSoundException(
                $"it lasts {seconds / 3600:F1} hours, and a call's recording may last {Longest.TotalHours:F0}: cut it."
            );
        }

        if (format == WavFormat.Telephone)
        {
            return new TelephoneSound(ToSamples(bytes), null);
        }

        var mono = SampleDecoder.ToMono(bytes, format);
        var resampled = Resampler.Resample(mono, format.Hertz, Telephone.Hertz);
        return new TelephoneSound(Array.ConvertAll(resampled, static s => SampleDecoder.ToSample(s)), Describe(format));
    }

    private static short[] ToSamples(ReadOnlySpan<byte> bytes)
    {
        var samples = new short[bytes.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        }

        return samples;
    }

    private static string Describe(WavFormat format)
    {
        var telephone = WavFormat.Telephone;
        List<string> changes = [];
        if (format.Hertz != telephone.Hertz)
        {
            changes.Add($"{format.Hertz} Hz to {telephone.Hertz} Hz");
        }

        if (format.Channels != telephone.Channels)
        {
            changes.Add($"{format.ChannelsName} to mono");
        }

        if (format.EncodingName != telephone.EncodingName)
        {
            changes.Add($"{format.EncodingName} to {telephone.EncodingName}");
        }

        return string.Join(", ", changes);
    }
}
