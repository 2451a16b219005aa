namespace Amazon.KinesisVideo.Model;

/// <summary>A stream, by name or by ARN, and what is to be done with it.</summary>
public partial class GetDataEndpointRequest : AmazonKinesisVideoRequest
{
    public APIName APIName { get; set; }

    public string StreamARN { get; set; }

    public string StreamName { get; set; }
}
