namespace Amazon.KinesisVideo.Model;

/// <summary>The stream's ARN.</summary>
public partial class DeleteStreamRequest : AmazonKinesisVideoRequest
{
    public string CurrentVersion { get; set; }

    public string StreamARN { get; set; }
}
