using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>Nothing beyond the status.</summary>
public partial class DeleteStackResponse : AmazonWebServiceResponse { }
