using Amazon.Runtime;

namespace Amazon.KinesisVideoMedia.Model;

/// <summary>What all requests to Kinesis Video Streams media have in common.</summary>
public partial class AmazonKinesisVideoMediaRequest : AmazonWebServiceRequest { }
