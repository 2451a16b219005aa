using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>An instance.</summary>
public partial class DescribeInstanceResponse : AmazonWebServiceResponse
{
    public Instance Instance { get; set; }

    public ReplicationConfiguration ReplicationConfiguration { get; set; }
}
