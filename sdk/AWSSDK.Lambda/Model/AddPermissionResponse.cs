using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The statement as it was added.</summary>
public partial class AddPermissionResponse : AmazonWebServiceResponse
{
    public string Statement { get; set; }
}
