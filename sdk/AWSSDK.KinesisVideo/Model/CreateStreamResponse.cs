using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>The new stream's ARN.</summary>
public partial class CreateStreamResponse : AmazonWebServiceResponse
{
    public string StreamARN { get; set; }
}
