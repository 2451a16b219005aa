namespace Amazon.KinesisVideo.Model;

/// <summary>Where a stream's fragments are kept.</summary>
public partial class StreamStorageConfiguration
{
    public DefaultStorageTier DefaultStorageTier { get; set; }
}
