using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>What all requests to Kinesis Video Streams have in common.</summary>
public partial class AmazonKinesisVideoRequest : AmazonWebServiceRequest { }
