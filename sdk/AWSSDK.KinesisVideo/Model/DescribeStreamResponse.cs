using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>A stream.</summary>
public partial class DescribeStreamResponse : AmazonWebServiceResponse
{
    public StreamInfo StreamInfo { get; set; }
}
