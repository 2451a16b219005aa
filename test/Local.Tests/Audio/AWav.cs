using System.Buffers.Binary;
using System.Text;

namespace SonicBridge.Local.Tests.Audio;

/// <summary>Builds WAV files, good and bad, by the format's description and nothing of the writer's.</summary>
internal sealed record AWav
{
    public ushort Tag { get; init; } = 1;
    public ushort Channels { get; init; } = 1;
    public uint Hertz { get; init; } = 8000;
    public ushort Bits { get; init; } = 16;
    public byte[] Data { get; init; } = [];

    /// <summary>What the header says of the data's length, when it does not tell the truth.</summary>
    public uint? AnnouncedLength { get; init; }

    /// <summary>Whether the format stands in a WAVE_FORMAT_EXTENSIBLE header.</summary>
    public bool Extensible { get; init; }

    /// <summary>Chunks of other kinds before the data.</summary>
    public (string Name, byte[] Content)[] Others { get; init; } = [];

    public static AWav Of(params short[] samples)
    {
        var data = new byte[samples.Length * 2];
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), samples[i]);
        }

        return new AWav { Data = data };
    }

    /// <summary>A tone in the format's own samples, the same in every channel.</summary>
    public AWav WithTone(double frequency, double seconds, double amplitude = 0.5)
    {
        var frames = (int)(Hertz * seconds);
        var stream = new MemoryStream();
        for (var n = 0; n < frames; n++)
        {
            var value = amplitude * Math.Sin(2 * Math.PI * frequency * n / Hertz);
            for (var channel = 0; channel < Channels; channel++)
            {
                stream.Write(SampleBytes(value));
            }
        }

        return this with
        {
            Data = stream.ToArray(),
        };
    }

    public byte[] ToBytes()
    {
        var file = new MemoryStream();
        file.Write("RIFF"u8);
        file.Write(UInt32(0));
        file.Write("WAVE"u8);
        Chunk(file, "fmt ", Format());
        foreach (var (name, content) in Others)
        {
            Chunk(file, name, content);
        }

        file.Write("data"u8);
        file.Write(UInt32(AnnouncedLength ?? (uint)Data.Length));
        file.Write(Data);
        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return bytes;
    }

    private byte[] Format()
    {
        var frame = (ushort)(Channels * ((Bits + 7) / 8));
        byte[] start = [.. UInt16(Extensible ? (ushort)0xFFFE : Tag), .. UInt16(Channels), .. UInt32(Hertz)];
        byte[] basic = [.. start, .. UInt32(Hertz * frame), .. UInt16(frame), .. UInt16(Bits)];
        if (!Extensible)
        {
            return basic;
        }

        byte[] guidTail = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];
        return [.. basic, .. UInt16(22), .. UInt16(Bits), .. UInt32(0), .. UInt16(Tag), .. guidTail];
    }

    private byte[] SampleBytes(double value) =>
        (Tag, Bits) switch
        {
            (3, 32) => BitConverter.GetBytes((float)value),
            (3, _) => BitConverter.GetBytes(value),
            (_, 8) => [(byte)Math.Round(128 + (value * 127))],
            (_, 16) => BitConverter.GetBytes((short)Math.Round(value * 32767)),
            (_, 24) => BitConverter.GetBytes((int)Math.Round(value * 8388607))[..3],
            _ => BitConverter.GetBytes((int)Math.Round(value * 2147483647)),
        };

    private static void Chunk(MemoryStream file, string name, byte[] content)
    {
        file.Write(Encoding.ASCII.GetBytes(name));
        file.Write(UInt32((uint)content.Length));
        file.Write(content);
        if (content.Length % 2 == 1)
        {
            file.WriteByte(0);
        }
    }

    private static byte[] UInt16(ushort value) => BitConverter.GetBytes(value);

    private static byte[] UInt32(uint value) => BitConverter.GetBytes(value);
}
