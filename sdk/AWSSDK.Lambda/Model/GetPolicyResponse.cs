using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The policy, as JSON.</summary>
public partial class GetPolicyResponse : AmazonWebServiceResponse
{
    public string Policy { get; set; }

    public string RevisionId { get; set; }
}
