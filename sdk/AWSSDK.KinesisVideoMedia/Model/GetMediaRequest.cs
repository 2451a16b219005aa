namespace Amazon.KinesisVideoMedia.Model;

/// <summary>A stream, by name or by ARN, and where to start.</summary>
public partial class GetMediaRequest : AmazonKinesisVideoMediaRequest
{
    public StartSelector StartSelector { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
