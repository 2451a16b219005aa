using System.Globalization;
using static SonicBridge.Bridge.Tests.Kvs.MkvBytes;

namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>One fragment in Connect's layout, and each way in which streams were seen to depart from it.</summary>
public sealed record AFragment
{
    public const string Customer = "AUDIO_FROM_CUSTOMER";
    public const string Agent = "AUDIO_TO_CUSTOMER";
    public const string Prefix = "9134385233318100000000000000000000000000000000";

    public static readonly byte[] Header = Element(
        0x1A45DFA3,
        Number(0x4286, 1),
        Number(0x42F7, 1),
        Number(0x42F2, 4),
        Number(0x42F3, 8),
        Text(0x4282, "matroska"),
        Number(0x4287, 2),
        Number(0x4285, 2)
    );

    public int Number { get; init; } = 1;
    public byte Run { get; init; } = 1;
    public string? ContactId { get; init; }
    public bool HasNumber { get; init; } = true;
    public bool HasUid { get; init; } = true;
    public bool SizedCluster { get; init; }
    public bool SizedSegment { get; init; }
    public bool TagsFirst { get; init; }
    public ulong? Scale { get; init; } = 1_000_000;
    public string?[] Tracks { get; init; } = [Customer, Agent];
    public int MillisBehind { get; init; } = 120;
    public IReadOnlyList<(int Track, int Time, byte[] Payload)> Blocks { get; init; } = [];

    /// <summary>Since 1970, in milliseconds.</summary>
    public long Time => 1_790_000_000_000 + (Number * 1024);

    public static string NumberOf(int number) => Prefix + number.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>Sixteen blocks of 64 ms on both tracks, each with samples of its own.</summary>
    public static AFragment Of(int number, string? contactId, byte run = 1, int blocks = 16, int length = 1024) =>
        new()
        {
            Number = number,
            ContactId = contactId,
            Run = run,
            Blocks =
            [
                .. Enumerable
                    .Range(0, blocks)
                    .SelectMany(i =>
                        new[] { (1, i * 64, Pcm(number, i, 1, length)), (2, i * 64, Pcm(number, i, 2, length)) }
                    ),
            ],
        };

    public static byte[] Pcm(int number, int block, int track, int length = 1024)
    {
        var bytes = new byte[length];
        new Random((number * 1000) + (block * 10) + track).NextBytes(bytes);
        return bytes;
    }

    /// <summary>What the caller says in it.</summary>
    public byte[] Voice(int track = 1) => Join([.. Blocks.Where(b => b.Track == track).Select(b => b.Payload)]);

    public byte[] ToBytes()
    {
        var cluster = Join(
            Number(0xE7, (ulong)Time),
            Number(0xA7, 0),
            Join([.. Blocks.Select(b => SimpleBlock(b.Track, b.Time, b.Payload))])
        );
        byte[][] parts =
        [
            Element(
                0x1549A966,
                HasUid ? Element(0x73A4, Uid(Run)) : [],
                Scale is { } scale ? MkvBytes.Number(0x2AD7B1, scale) : [],
                Text(0x7BA9, "Kinesis Video SDK"),
                Text(0x4D80, "Kinesis Video SDK 1.1.0 JNI 2.0")
            ),
            Element(0x1654AE6B, [.. Tracks.Select((name, i) => Track(i + 1, name))]),
            HasNumber ? Element(0x1254C367, Tag("AWS_KINESISVIDEO_FRAGMENT_NUMBER", NumberOf(Number))) : [],
            TagsFirst ? IdentityTags() : [],
            SizedCluster ? Element(0x1F43B675, cluster) : Unsized(0x1F43B675, cluster),
            TagsFirst ? [] : IdentityTags(),
            Element(
                0x1254C367,
                Tag("AWS_KINESISVIDEO_MILLIS_BEHIND_NOW", MillisBehind.ToString(CultureInfo.InvariantCulture)),
                Tag("AWS_KINESISVIDEO_CONTINUATION_TOKEN", new string('7', 47))
            ),
        ];
        return [.. Header, .. SizedSegment ? Element(0x18538067, parts) : Unsized(0x18538067, parts)];
    }

    public static byte[] Uid(byte run) => [.. Enumerable.Range(0, 16).Select(i => (byte)(run + i))];

    private byte[] IdentityTags() =>
        ContactId is null
            ? []
            : Join(
                Element(0x1254C367, Tag("ContactId", ContactId)),
                Element(0x1254C367, Tag("MimeType", "audio/L16;rate=8000;channels=1;")),
                Element(0x1254C367, Tag("AUDIO_FROM_CUSTOMER", "1")),
                Element(0x1254C367, Tag("Events", "[]"))
            );
}
