using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>The endpoint, without the operation's path.</summary>
public partial class GetDataEndpointResponse : AmazonWebServiceResponse
{
    public string DataEndpoint { get; set; }
}
