using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Nothing beyond the status.</summary>
public partial class UntagResourceResponse : AmazonWebServiceResponse { }
