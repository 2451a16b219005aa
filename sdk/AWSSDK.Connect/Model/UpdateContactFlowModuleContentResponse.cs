using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>Nothing beyond the status.</summary>
public partial class UpdateContactFlowModuleContentResponse : AmazonWebServiceResponse { }
