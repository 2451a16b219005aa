using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Model;

/// <summary>A stream's name, and how long it keeps what it is sent.</summary>
public partial class CreateStreamRequest : AmazonKinesisVideoRequest
{
    public int? DataRetentionInHours { get; set; }

    public string DeviceName { get; set; }

    public string KmsKeyId { get; set; }

    public string MediaType { get; set; }

    public string StreamName { get; set; }

    public StreamStorageConfiguration StreamStorageConfiguration { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();
}
