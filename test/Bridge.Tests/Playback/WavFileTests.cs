using System.Buffers.Binary;
using System.Text;
using SonicBridge.Bridge.Playback;

namespace SonicBridge.Bridge.Tests.Playback;

public sealed class WavFileTests
{
    [Theory]
    [InlineData(8000, 8058)]
    [InlineData(801, 860)]
    public void File_says_what_Connect_wants_to_hear(int samples, int length)
    {
        var file = new byte[WavFile.LengthOf(samples)];
        file.Length.ShouldBe(length);
        Array.Fill(file, (byte)0x55);
        WavFile.Complete(file, samples);

        var chunks = Chunks(file);
        chunks.Keys.ShouldBe(["fmt ", "fact", "data"]);
        chunks["fmt "].ShouldBe([7, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0, 0, 0]);
        BinaryPrimitives.ReadInt32LittleEndian(chunks["fact"]).ShouldBe(samples);
        chunks["data"].ShouldBe(Enumerable.Repeat((byte)0x55, samples).ToArray());
    }

    /// <summary>Walks the file as a player does, which must come out at its end.</summary>
    private static Dictionary<string, byte[]> Chunks(byte[] file)
    {
        Encoding.ASCII.GetString(file, 0, 4).ShouldBe("RIFF");
        BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)).ShouldBe(file.Length - 8);
        Encoding.ASCII.GetString(file, 8, 4).ShouldBe("WAVE");
        var chunks = new Dictionary<string, byte[]>();
        var at = 12;
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            chunks.Add(Encoding.ASCII.GetString(file, at, 4), file[(at + 8)..(at + 8 + length)]);
            at += 8 + length + (length & 1);
        }

        at.ShouldBe(file.Length);
        return chunks;
    }
}
