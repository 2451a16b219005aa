using System.Buffers.Binary;
using System.Globalization;
using SonicBridge.Contracts;

namespace SonicBridge.Local.Kvs;

/// <summary>
/// Writes a fragment as Amazon Connect's producer and GetMedia do together: one Matroska document each, its segment and
/// cluster of unknown size, the audio between two groups of tags.
/// </summary>
internal sealed class FragmentDocument(ContactId contact, Guid run, StreamingSettings settings)
{
    public const string FromCustomer = "AUDIO_FROM_CUSTOMER";
    public const string ToCustomer = "AUDIO_TO_CUSTOMER";

    private const string Instance = "10ca1000-0000-4000-8000-000000000000";
    private const int BlockHeader = 4;

    /// <summary>The track of what the caller says.</summary>
    public byte CallerTrack => settings.TracksSwapped ? (byte)2 : (byte)1;

    /// <summary>The track of what the caller hears.</summary>
    public byte AgentTrack => settings.TracksSwapped ? (byte)1 : (byte)2;

    /// <param name="tagged">Whether the contact's tags are written.</param>
    public byte[] Write(string number, long producedAt, long receivedAt, IReadOnlyList<Block> blocks, bool tagged)
    {
        var document = new EbmlWriter();
        Header(document);
        document.Raw(ServiceTags(number, producedAt, receivedAt));
        if (tagged && settings.ContactTagsFirst)
        {
            ContactTags(document);
        }

        if (settings.SizedClusters)
        {
            document.Master(MatroskaId.Cluster, cluster => Cluster(cluster, producedAt, blocks));
        }
        else
        {
            document.Open(MatroskaId.Cluster);
            Cluster(document, producedAt, blocks);
        }

        if (tagged && !settings.ContactTagsFirst)
        {
            ContactTags(document);
        }

        return document.ToArray();
    }

    /// <summary>The tags that the service adds to a fragment when it takes it in, before the cluster.</summary>
    public static byte[] ServiceTags(string number, long producedAt, long receivedAt)
    {
        var tags = new EbmlWriter();
        Tags(
            tags,
            ("AWS_KINESISVIDEO_FRAGMENT_NUMBER", number),
            ("AWS_KINESISVIDEO_SERVER_TIMESTAMP", Seconds(receivedAt)),
            ("AWS_KINESISVIDEO_PRODUCER_TIMESTAMP", Seconds(producedAt))
        );
        return tags.ToArray();
    }

    /// <summary>The tags that GetMedia adds for each reader, last in a document.</summary>
    public static byte[] ReaderTags(long millisecondsBehind, string continuationToken)
    {
        var tags = new EbmlWriter();
        Tags(
            tags,
            ("AWS_KINESISVIDEO_MILLIS_BEHIND_NOW", millisecondsBehind.ToString(CultureInfo.InvariantCulture)),
            ("AWS_KINESISVIDEO_CONTINUATION_TOKEN", continuationToken)
        );
        return tags.ToArray();
    }

    /// <summary>What GetMedia sends, with HTTP status 200, when it fails in the middle.</summary>
    public static byte[] Error(int id, string code)
    {
        var document = new EbmlWriter();
        Start(document, Guid.Empty);
        Tags(
            document,
            ("AWS_KINESISVIDEO_ERROR_CODE", code),
            ("AWS_KINESISVIDEO_ERROR_ID", id.ToString(CultureInfo.InvariantCulture))
        );
        return document.ToArray();
    }

    private void Header(EbmlWriter document)
    {
        Start(document, run);
        document.Master(
            MatroskaId.Tracks,
            tracks =>
            {
                for (byte number = 1; number <= 2; number++)
                {
                    var isCaller = number == CallerTrack;
                    if (isCaller || settings.BothTracks)
                    {
                        Track(tracks, number, isCaller ? FromCustomer : ToCustomer);
                    }
                }
            }
        );
    }

    private static void Start(EbmlWriter document, Guid run)
    {
        document.Master(
            MatroskaId.Ebml,
            static ebml =>
            {
                ebml.Number(MatroskaId.EbmlVersion, 1);
                ebml.Number(MatroskaId.EbmlReadVersion, 1);
                ebml.Number(MatroskaId.EbmlMaxIdLength, 4);
                ebml.Number(MatroskaId.EbmlMaxSizeLength, 8);
                ebml.Text(MatroskaId.DocType, "matroska");
                ebml.Number(MatroskaId.DocTypeVersion, 2);
                ebml.Number(MatroskaId.DocTypeReadVersion, 2);
            }
        );
        document.Open(MatroskaId.Segment);
        document.Master(
            MatroskaId.Info,
            info =>
            {
                info.Binary(MatroskaId.SegmentUid, run.ToByteArray());
                info.Number(MatroskaId.TimecodeScale, 1_000_000);
                info.Text(MatroskaId.Title, "Kinesis Video SDK");
                info.Text(MatroskaId.MuxingApp, "Kinesis Video SDK 1.1.0 JNI 2.0");
                info.Text(MatroskaId.WritingApp, "Kinesis Video SDK 1.1.0 JNI 2.0");
            }
        );
    }

    private static void Track(EbmlWriter tracks, byte number, string name) =>
        tracks.Master(
            MatroskaId.TrackEntry,
            track =>
            {
                track.Number(MatroskaId.TrackNumber, number);
                // The id follows the name, whatever the track's number.
                track.Number(MatroskaId.TrackUid, name == FromCustomer ? 1u : 2u);
                track.Number(MatroskaId.TrackType, 2);
                track.Text(MatroskaId.Name, name);
                // Wrong, and so in every real capture: what the blocks hold is raw 16-bit samples.
                track.Text(MatroskaId.CodecId, "A_AAC");
                track.Binary(MatroskaId.CodecPrivate, [0x11, 0x90]);
            }
        );

    private static void Cluster(EbmlWriter cluster, long producedAt, IReadOnlyList<Block> blocks)
    {
        cluster.Number(MatroskaId.Timecode, (ulong)producedAt);
        cluster.Number(MatroskaId.Position, 0);
        Span<byte> header = stackalloc byte[BlockHeader];
        foreach (var block in blocks)
        {
            header[0] = (byte)(0x80 | block.Track);
            BinaryPrimitives.WriteInt16BigEndian(header[1..], checked((short)(block.Time - producedAt)));
            // A key frame, as each block of sound is.
            header[3] = 0x80;
            cluster.Header(MatroskaId.SimpleBlock, BlockHeader + block.Pcm.Length);
            cluster.Raw(header);
            cluster.Raw(block.Pcm);
        }
    }

    private void ContactTags(EbmlWriter document)
    {
        Tags(document, ("ContactId", contact.ToString()));
        Tags(document, ("InstanceId", Instance));
        Tags(document, ("MimeType", "audio/L16;rate=8000;channels=1;"));
        Tags(document, (FromCustomer, "1"));
        if (settings.BothTracks)
        {
            Tags(document, (ToCustomer, "2"));
        }

        Tags(document, ("Events", "[]"));
    }

    private static void Tags(EbmlWriter document, params ReadOnlySpan<(string Name, string Value)> tags)
    {
        var inner = new EbmlWriter();
        foreach (var (name, value) in tags)
        {
            inner.Master(
                MatroskaId.Tag,
                tag =>
                    tag.Master(
                        MatroskaId.SimpleTag,
                        simple =>
                        {
                            simple.Text(MatroskaId.TagName, name);
                            simple.Text(MatroskaId.TagString, value);
                        }
                    )
            );
        }

        document.Binary(MatroskaId.Tags, inner.ToArray());
    }

    private static string Seconds(long milliseconds) =>
        (milliseconds / 1000m).ToString("F3", CultureInfo.InvariantCulture);
}

/// <summary>One block of sound.</summary>
/// <param name="Track">1 or 2.</param>
/// <param name="Time">When it was spoken, in Unix milliseconds.</param>
/// <param name="Pcm">16-bit little-endian samples.</param>
internal sealed record Block(byte Track, long Time, byte[] Pcm);
