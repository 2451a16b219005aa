using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The service as it is now.</summary>
public partial class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service Service { get; set; }
}
