using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>Nothing beyond the status.</summary>
public partial class DeleteStreamResponse : AmazonWebServiceResponse { }
