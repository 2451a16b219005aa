using System;

namespace Amazon.KinesisVideo.Model;

/// <summary>A stream.</summary>
public partial class StreamInfo
{
    public DateTime? CreationTime { get; set; }

    public int? DataRetentionInHours { get; set; }

    public string DeviceName { get; set; }

    public string KmsKeyId { get; set; }

    public string MediaType { get; set; }

    public Status Status { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }

    public string Version { get; set; }
}
