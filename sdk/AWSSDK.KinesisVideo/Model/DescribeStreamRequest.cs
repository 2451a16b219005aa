namespace Amazon.KinesisVideo.Model;

/// <summary>The stream, by name or ARN.</summary>
public partial class DescribeStreamRequest : AmazonKinesisVideoRequest
{
    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
