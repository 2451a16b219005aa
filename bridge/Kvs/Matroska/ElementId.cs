namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>The ids of the Matroska elements that are read or that end a master of unknown size (RFC 9559).</summary>
internal static class ElementId
{
    public const uint Ebml = 0x1A45DFA3;
    public const uint DocType = 0x4282;
    public const uint Void = 0xEC;
    public const uint Crc32 = 0xBF;

    public const uint Segment = 0x18538067;
    public const uint SeekHead = 0x114D9B74;
    public const uint Cues = 0x1C53BB6B;
    public const uint Chapters = 0x1043A770;
    public const uint Attachments = 0x1941A469;

    public const uint Info = 0x1549A966;
    public const uint SegmentUid = 0x73A4;
    public const uint TimecodeScale = 0x2AD7B1;

    public const uint Tracks = 0x1654AE6B;
    public const uint TrackEntry = 0xAE;
    public const uint TrackNumber = 0xD7;
    public const uint Name = 0x536E;

    public const uint Tags = 0x1254C367;
    public const uint Tag = 0x7373;
    public const uint SimpleTag = 0x67C8;
    public const uint TagName = 0x45A3;
    public const uint TagString = 0x4487;

    public const uint Cluster = 0x1F43B675;
    public const uint Timecode = 0xE7;
    public const uint SimpleBlock = 0xA3;
    public const uint BlockGroup = 0xA0;
    public const uint Block = 0xA1;

    public static bool BeginsDocument(uint id) => id is Ebml or Segment;

    public static bool StandsInSegment(uint id) =>
        id is Info or Tracks or Tags or Cluster or SeekHead or Cues or Chapters or Attachments;
}
