using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// The synthetic call's voice as Amazon Connect's producer writes it: one Matroska segment, each cluster a fragment of
/// raw 16-bit samples, followed by tags that name the contact.
/// </summary>
/// <param name="contact">The call.</param>
/// <param name="run">What all fragments of one streaming run share.</param>
internal sealed class CanaryMedia(ContactId contact, Guid run)
{
    /// <summary>Samples in a block: 1024 bytes, 64 ms, as Connect's are.</summary>
    public const int BlockSamples = 512;

    private const string Track = "AUDIO_FROM_CUSTOMER";
    private const string Producer = "Kinesis Video SDK";
    private const byte Number = 1;

    /// <summary>How long some samples last.</summary>
    public static TimeSpan DurationOf(int samples) => TimeSpan.FromSeconds((double)samples / MuLawSound.Hertz);

    /// <summary>What stands before the first fragment; Kinesis Video repeats it before each one that is read.</summary>
    public byte[] Opening()
    {
        var ebml = new EbmlWriter();
        ebml.Number(0x4286, 1); // version
        ebml.Number(0x42F7, 1); // read version
        ebml.Number(0x42F2, 4); // longest id
        ebml.Number(0x42F3, 8); // longest size
        ebml.Text(0x4282, "matroska");
        ebml.Number(0x4287, 2); // version of the document's type
        ebml.Number(0x4285, 2); // read version of it
        var info = new EbmlWriter();
        info.Binary(0x73A4, run.ToByteArray());
        info.Number(0x2AD7B1, 1_000_000); // a tick is a millisecond
        info.Text(0x7BA9, Producer);
        info.Text(0x4D80, Producer);
        info.Text(0x5741, Producer);
        var track = new EbmlWriter();
        track.Number(0xD7, Number);
        track.Number(0x73C5, Number);
        track.Number(0x83, 2); // audio
        track.Text(0x536E, Track);
        // Wrong, and so in each of Connect's streams: what the blocks hold is raw samples.
        track.Text(0x86, "A_AAC");
        track.Binary(0x63A2, [0x11, 0x90]);
        var tracks = new EbmlWriter();
        tracks.Master(0xAE, track);

        var document = new EbmlWriter();
        document.Master(0x1A45DFA3, ebml);
        document.Open(0x18538067);
        document.Master(0x1549A966, info);
        document.Master(0x1654AE6B, tracks);
        return document.ToArray();
    }

    /// <summary>One fragment.</summary>
    /// <param name="at">When its first sample was spoken; a block's time is relative to that, and 32 s at most.</param>
    /// <param name="samples">16 bits, 8 kHz.</param>
    public byte[] Fragment(DateTimeOffset at, ReadOnlySpan<short> samples)
    {
        var cluster = new EbmlWriter();
        cluster.Number(0xE7, (ulong)at.ToUnixTimeMilliseconds());
        for (var start = 0; start < samples.Length; start += BlockSamples)
        {
            var block = samples[start..Math.Min(start + BlockSamples, samples.Length)];
            var content = new byte[4 + (block.Length * sizeof(short))];
            content[0] = 0x80 | Number;
            var time = (short)DurationOf(start).TotalMilliseconds;
            BinaryPrimitives.WriteInt16BigEndian(content.AsSpan(1), time);
            content[3] = 0x80; // a key frame, as each block of sound is
            MemoryMarshal.AsBytes(block).CopyTo(content.AsSpan(4));
            cluster.Binary(0xA3, content);
        }

        var fragment = new EbmlWriter();
        fragment.Master(0x1F43B675, cluster);
        Tag(fragment, "ContactId", contact.ToString());
        Tag(
            fragment,
            "MimeType",
            string.Create(CultureInfo.InvariantCulture, $"audio/L16;rate={MuLawSound.Hertz};channels=1;")
        );
        Tag(fragment, Track, $"{Number}");
        Tag(fragment, "Events", "[]");
        return fragment.ToArray();
    }

    private static void Tag(EbmlWriter fragment, string name, string value)
    {
        var simple = new EbmlWriter();
        simple.Text(0x45A3, name);
        simple.Text(0x4487, value);
        var tag = new EbmlWriter();
        tag.Master(0x67C8, simple);
        var tags = new EbmlWriter();
        tags.Master(0x7373, tag);
        fragment.Master(0x1254C367, tags);
    }
}
